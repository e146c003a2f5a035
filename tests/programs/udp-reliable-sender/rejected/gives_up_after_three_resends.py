# fails: keeps-trying
# diagnosis: gives_up_too_early
# mistake: four attempts are three resends, two too few.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)
for number, line in enumerate(open(sys.argv[3])):
    datagram = f"{number} {line.rstrip(chr(10))}".encode()
    for attempt in range(4):
        sock.sendto(datagram, (sys.argv[1], int(sys.argv[2])))
        try:
            while sock.recvfrom(100)[0] != f"ACK {number}".encode():
                pass
            break
        except socket.timeout:
            print("time out, line", number)
    else:
        print("The receiver does not answer.")
        sys.exit(1)
