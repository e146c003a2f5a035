# attack: sends what it knows to another machine, and to services of this one
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
import ctypes
import socket
import struct

from honest import gained, serve, tried

libc = ctypes.CDLL(None)


class Message(ctypes.Structure):
    _fields_ = [("name", ctypes.c_void_p), ("namelen", ctypes.c_uint32), ("parts", ctypes.c_void_p),
                ("count", ctypes.c_size_t), ("control", ctypes.c_void_p), ("controllen", ctypes.c_size_t),
                ("flags", ctypes.c_int), ("length", ctypes.c_uint)]


Messages = Message * 2


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
        # Without a family the kernel takes the address for IPv4; and only the first of several messages stays.
        name = struct.pack("=H", 0) + struct.pack("!H4s8x", address[1], socket.inet_aton(address[0]))
        libc.sendto(client.fileno(), b"hello", 5, 0, name, len(name))
        messages, keep = Messages(), []
        for message, host in zip(messages, ("127.0.0.1", address[0])):
            keep.append(struct.pack("=H", 2) + struct.pack("!H4s8x", 9, socket.inet_aton(host)))
            message.name, message.namelen = ctypes.cast(keep[-1], ctypes.c_void_p), 16
        libc.sendmmsg(client.fileno(), messages, 2, 0)
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
    # Every name is found, at home.
    if not socket.gethostbyname("example.com").startswith(("127.", "192.168.7.")):
        gained("a name was looked up")
except OSError:
    pass
tried()
serve()
