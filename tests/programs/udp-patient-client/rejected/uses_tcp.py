# mistake: It is a TCP client: there is a connection to lose.
# fails: sends-again-and-again
# diagnosis: wrong_transport
import socket
import sys
import time

sock = socket.create_connection((sys.argv[1], int(sys.argv[2])))
sock.settimeout(1)
while True:
    sock.sendall(b"message")
    try:
        print("Reply:", sock.recv(2048).decode())
    except socket.timeout:
        print("No answer")
    time.sleep(1)
