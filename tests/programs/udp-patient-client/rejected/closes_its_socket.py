# mistake: After a time-out the socket is closed, and used again.
# fails: a-reply-is-lost, server-is-started-again, refused-at-first
# diagnosis: uses_a_closed_socket
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
while True:
    try:
        sock.sendto(b"hello", (sys.argv[1], int(sys.argv[2])))
        data, addr = sock.recvfrom(1024)
        print(data.decode())
    except socket.timeout:
        print("No answer, closing")
        sock.close()
    time.sleep(0.5)
