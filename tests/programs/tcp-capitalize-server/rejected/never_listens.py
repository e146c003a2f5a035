# fails: replies-in-capitals
# diagnosis: never_listens
# mistake: listen() is missing between bind() and accept().
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.bind(('', int(sys.argv[1])))
print('Server ready')

while True:
    conn, addr = sock.accept()
    data = conn.recv(1024)
    conn.send(data.upper())
    conn.close()
