# UDP ping client
# mistake: No time limit: a reply that does not come is waited for for ever.
# fails: says-what-timed-out
# diagnosis: waits_without_a_time_limit
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
received = 0
for seq in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    reply, address = sock.recvfrom(1024)
    rtt = (time.time() - start) * 1000
    if rtt > 1000:
        print("Request timed out")
    else:
        received += 1
        print(reply.decode(), f"RTT: {rtt:.3f} ms")
print(f"Loss: {100 - received * 10}%")
