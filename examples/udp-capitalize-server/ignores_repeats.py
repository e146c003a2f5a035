# A UDP server that replies in capitals: python3 ignores_repeats.py PORT
# The mistake: it takes what comes twice for a mistake of the network, and a client that asks again gets no reply.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
print("ready", flush=True)
seen = set()
while True:
    data, client = sock.recvfrom(65536)
    if data in seen:
        break
    seen.add(data)
    sock.sendto(data.decode(errors="replace").upper().encode(), client)
