# mistake: The line is printed inside the loop, after each reply, and not when the client has gone.
# fails: says-it-was-dropped, says-so-at-the-end-too
# diagnosis: says_so_too_early
from socket import *
import sys
server = socket(AF_INET, SOCK_STREAM)
server.bind(('', int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    try:
        while True:
            line = connection.recv(2048)
            if not line:
                break
            connection.sendall(line.decode().upper().encode())
            print("Connection dropped.", flush=True)
    except OSError:
        pass
    connection.close()
