# attack: sends what it knows to another machine, and to services of this one
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
import socket

from honest import gained, serve, tried


def attempt(what, dial):
    try:
        dial()
        gained(what)
    except OSError:
        pass


def stream(address):
    with socket.socket() as client:
        client.settimeout(0.2)
        client.connect(address)


def datagram(address):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"hello", address)
        client.sendmsg([b"hello"], [], 0, address)
        client.connect(address)
        client.send(b"hello")
        # A port where nobody is answers with an error; a datagram that left the machine does not.
        client.settimeout(0.2)
        client.recv(1)


here = ("127.0.0.1", int("@tcp@"))
attempt("the TCP canary", lambda: stream(here))
attempt("the UDP canary", lambda: datagram(("127.0.0.1", int("@udp@"))))
# Their ports on this machine are closed: where there is no network of one's own, that is who answers.
for host in ("192.0.2.1", "169.254.169.254", "255.255.255.255"):
    attempt("TCP to " + host, lambda: stream((host, 9)))
    attempt("UDP to " + host, lambda: datagram((host, 9)))
with socket.socket(socket.AF_INET6) as client:
    client.settimeout(0.2)
    attempt("TCP to 2001:db8::1", lambda: client.connect(("2001:db8::1", 9)))
try:
    socket.getaddrinfo("example.com", 80)
    gained("a name was looked up")
except OSError:
    pass
tried()
serve()
