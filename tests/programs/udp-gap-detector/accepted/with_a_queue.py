# UDP gap detector: one thread receives, another one judges; the port is its own, and it never waits for ever
import queue
import socket
import threading

arrived = queue.Queue()


def receive():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 12000))
    sock.settimeout(0.5)
    while True:
        try:
            arrived.put(sock.recv(65535))
        except socket.timeout:
            pass


threading.Thread(target=receive, daemon=True).start()
counts = []
while True:
    datagram = arrived.get()
    words = datagram.split()
    if not words:
        continue
    number = int(words[0])
    while len(counts) < number:
        counts.append(0)
        print(f"missing {len(counts) - 1}", flush=True)
    print(datagram.decode(), flush=True)
    if len(counts) == number:
        counts.append(1)
        continue
    print(f"doubled {number}" if counts[number] else f"late {number}", flush=True)
    counts[number] += 1
