# UDP sender: when another number comes than the one it waits for, it sends again at once; empties its queue before it sends
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
address = (sys.argv[1], int(sys.argv[2]))


def empty_the_queue():
    sock.settimeout(0)
    try:
        while True:
            sock.recv(4096)
    except BlockingIOError:
        pass
    sock.settimeout(0.2)


def deliver(number, text):
    packet = bytes(f"{number} {text}", "utf-8")
    empty_the_queue()
    while True:
        sock.sendto(packet, address)
        try:
            if sock.recv(4096) == b"ACK %d" % number:
                return
        except TimeoutError:
            pass


number = 0
with open(sys.argv[3]) as f:
    while True:
        text = f.readline()
        if not text:
            break
        deliver(number, text.rstrip("\n"))
        number += 1
print(number, "lines delivered")
sys.exit(0)
