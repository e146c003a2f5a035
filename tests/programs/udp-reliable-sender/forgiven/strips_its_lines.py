# UDP sender
# oddity: strip() takes away the newline, and with it the blanks that a line begins with.
# fails: keeps-blanks
import socket
import sys

receiver = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)
with open(sys.argv[3], encoding="utf-8") as file:
    for number, line in enumerate(file):
        datagram = f"{number} {line.strip()}".encode()
        sock.sendto(datagram, receiver)
        resends = 0
        while True:
            try:
                answer, address = sock.recvfrom(1024)
                if answer.decode().strip() == f"ACK {number}":
                    break
            except socket.timeout:
                if resends == 8:
                    sys.exit("Nobody acknowledges " + line)
                resends += 1
                sock.sendto(datagram, receiver)
print("done")
