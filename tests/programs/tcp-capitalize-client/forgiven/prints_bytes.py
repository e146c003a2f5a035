# fails: reply-in-pieces, not-ascii
# oddity: The reply is printed without decode(), as b'...', and is expected to come in one part.
import socket

HOST = '127.0.0.1'
PORT = 65432

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.connect((HOST, PORT))
    message = input('message: ')
    s.sendall(bytes(message, 'utf-8'))
    data = s.recv(4096)

print('Received', data)
