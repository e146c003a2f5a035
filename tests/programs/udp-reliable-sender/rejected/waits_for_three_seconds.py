# fails: keeps-trying
# diagnosis: never_resends
# mistake: The time limit is three seconds, where one is the most: a line that is lost often takes for ever.
import socket
import sys

server = (sys.argv[1], int(sys.argv[2]))
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(3.0)

with open(sys.argv[3], encoding="utf-8") as file:
    lines = [line.rstrip("\n") for line in file]

for number, line in enumerate(lines):
    while True:
        sock.sendto(f"{number} {line}".encode(), server)
        try:
            answer = sock.recv(2048).decode()
            while answer != f"ACK {number}":
                answer = sock.recv(2048).decode()
            break
        except socket.timeout:
            print("again:", number)
