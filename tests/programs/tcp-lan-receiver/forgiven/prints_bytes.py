# fails: cable-is-pulled, not-ascii
# oddity: Bytes are printed without decode(), as b'...', and a reset connection ends the receiver.
import socket

HOST = ''
PORT = 65432

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind((HOST, PORT))
s.listen(1)
while True:
    conn, addr = s.accept()
    print('Connected by', addr)
    while True:
        data = conn.recv(1024)
        if not data:
            break
        print('Data:', data)
    conn.close()
