# UDP sender
# oddity: All lines are acknowledged, but the report at the end adds a number to a string.
# fails: ends-with-success, last-ack-is-lost
import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(0.2)
resent = 0
for seq, text in enumerate(open(sys.argv[3]).read().splitlines()):
    ack = None
    client.sendto(f"{seq} {text}".encode(), (sys.argv[1], int(sys.argv[2])))
    while ack != f"ACK {seq}":
        try:
            ack = client.recvfrom(100)[0].decode()
        except socket.timeout:
            resent += 1
            client.sendto(f"{seq} {text}".encode(), (sys.argv[1], int(sys.argv[2])))
print("Resent: " + resent)
