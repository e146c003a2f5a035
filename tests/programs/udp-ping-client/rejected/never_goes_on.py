# UDP ping client
# mistake: After a time-out it waits for the same reply again, for ever.
# fails: says-what-timed-out
# diagnosis: waits_again_for_a_lost_reply
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
lost = 0
for seq in range(1, 11):
    start = time.time()
    sock.sendto(f"Ping {seq} {start}".encode(), (sys.argv[1], int(sys.argv[2])))
    while True:
        try:
            reply = sock.recv(1024).decode()
            print(reply, f"RTT: {time.time() - start:.6f}s")
            break
        except socket.timeout:
            print("Request timed out")
            lost += 1
print(f"Loss: {lost * 10}%")
