# fails: next-client
# oddity: There is no loop around accept(), so the server ends with its first client.
import socket
import sys

HOST = ''
PORT = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((HOST, PORT))
    s.listen(1)
    print('Waiting for a client...')
    conn, addr = s.accept()
    with conn:
        print('Connected by', addr)
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(data.upper())
print('Done')
