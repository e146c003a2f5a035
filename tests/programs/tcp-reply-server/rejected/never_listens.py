# mistake: Without listen() nobody can connect.
# fails: replies, prints-the-request
# diagnosis: never_listens
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(('', int(sys.argv[1])))
while True:
    conn, addr = s.accept()
    print(conn.recv(1024).decode())
    conn.send(b'Message received')
    conn.close()
