# mistake: The round-trip time is printed without its unit.
# fails: prints-round-trips
# diagnosis: does_not_say_so
import socket
import sys
import time

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
lost = 0
for number in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {number} {start}".encode(), server)
    try:
        while True:
            sock.settimeout(max(start + 1 - time.time(), 0.001))
            reply, address = sock.recvfrom(1024)
            if reply.startswith(f"Ping {number} ".encode()):
                break
        print(f"Reply {number}: rtt {(time.time() - start) * 1000:.3f}")
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"{lost * 10}% packet loss")
