# UDP sender
# mistake: When no acknowledgement comes in time, it ends.
# fails: resends-what-was-lost
# diagnosis: gives_up_too_early
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.3)
for seq, line in enumerate(open(sys.argv[3])):
    sock.sendto(f"{seq} {line.rstrip()}".encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        while sock.recv(1024).decode() != f"ACK {seq}":
            pass
    except socket.timeout:
        print("Request timed out")
        sys.exit(1)
sock.close()
