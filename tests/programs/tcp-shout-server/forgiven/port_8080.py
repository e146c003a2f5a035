# fails: survives-a-reset, serves-the-next, says-so-at-the-end-too
# oddity: Its port is written in, and it serves one client, however that one goes.
from socket import *

HOST = ''
PORT = 8080

sock = socket(AF_INET, SOCK_STREAM)
sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
sock.bind((HOST, PORT))
sock.listen(1)
print(f'Listening on port {PORT}')

conn, addr = sock.accept()
print('Connected by', addr[0], addr[1])
while True:
    try:
        data = conn.recv(1000)
    except ConnectionResetError:
        print('Connection dropped.')
        conn.close()
        sock.close()
        break
    if not data:
        conn.close()
        sock.close()
        break
    print('Received: ' + data.decode())
    reply = data.decode().upper()
    conn.send(reply.encode())
    print('Sent: ' + reply)
