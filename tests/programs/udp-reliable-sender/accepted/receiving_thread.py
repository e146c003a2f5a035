# UDP sender: a thread receives and sets an event for each number
import socket
import sys
import threading
from collections import defaultdict

host, port, filename = sys.argv[1], int(sys.argv[2]), sys.argv[3]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 0))
events = defaultdict(threading.Event)


def receive():
    while True:
        data = sock.recv(1024)
        if data.startswith(b"ACK "):
            events[int(data[4:])].set()


threading.Thread(target=receive, daemon=True).start()
for number, line in enumerate(open(filename, encoding="utf-8")):
    datagram = b"%d %s" % (number, line.rstrip().encode("utf-8"))
    sock.sendto(datagram, (host, port))
    while not events[number].wait(0.3):
        sys.stderr.write("resend %d\n" % number)
        sock.sendto(datagram, (host, port))
