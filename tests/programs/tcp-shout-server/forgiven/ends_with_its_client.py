# oddity: When the client goes, so does the server: accept() stands outside the loop.
# fails: survives-a-reset, serves-the-next
# diagnosis: stops_after_one
from socket import *
import sys
server = socket(AF_INET, SOCK_STREAM)
server.bind(('', int(sys.argv[1])))
server.listen(1)
conn, addr = server.accept()
try:
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.send(data.upper())
except ConnectionResetError:
    pass
print('Connection dropped.')
conn.close()
