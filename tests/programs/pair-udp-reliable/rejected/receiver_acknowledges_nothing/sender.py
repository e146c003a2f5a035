# UDP sender, stop and wait
import socket
import sys

HOST = sys.argv[1]
PORT = int(sys.argv[2])
FILE = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(0.5)

with open(FILE) as file:
    for seq, line in enumerate(file):
        message = f"{seq} {line.rstrip()}".encode()
        done = False
        while not done:
            sock.sendto(message, (HOST, PORT))
            try:
                while not done:
                    data, _ = sock.recvfrom(2048)
                    done = data.decode() == f"ACK {seq}"
            except socket.timeout:
                print("timeout, sending", seq, "again")

print("all lines sent")
sock.close()
