# UDP ping client
# mistake: The replies are printed, the round-trip times are not.
# fails: prints-round-trips
# diagnosis: does_not_say_so
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
lost = 0
for seq in range(1, 11):
    sock.sendto(f"Ping {seq} {time.time()}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        data, address = sock.recvfrom(1024)
        while data.decode().split()[1] != str(seq):
            data, address = sock.recvfrom(1024)
        print("Reply from", address[0] + ":", data.decode())
    except socket.timeout:
        print("Request timed out")
        lost += 1
print(f"Loss: {lost * 10}%")
