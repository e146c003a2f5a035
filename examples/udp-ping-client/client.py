# A UDP ping client that counts what gets lost: python3 client.py HOST PORT
import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
replies = 0
for number in range(1, 11):
    sent = time.monotonic()
    sock.sendto(f"Ping {number} {sent}".encode(), server)
    try:
        while True:
            sock.settimeout(max(0.001, sent + 1 - time.monotonic()))
            if sock.recvfrom(2048)[0].upper().startswith(f"PING {number} ".encode()):
                break
        replies += 1
        print(f"Ping {number}: {(time.monotonic() - sent) * 1000:.3f} ms", flush=True)
    except socket.timeout:
        print("Request timed out", flush=True)
print(f"{replies} of 10 replies, {(10 - replies) * 10}% loss")
