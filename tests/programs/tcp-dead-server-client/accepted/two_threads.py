from socket import *
import os, sys, threading

def listen(sock):
    try:
        while True:
            data = sock.recv(1024)
            if not data:
                break
            print('From Server:', data.decode())
    except OSError:
        pass
    if not finished:
        print('Server disconnected!')
        os._exit(1)

finished = False
clientSocket = socket(AF_INET, SOCK_STREAM)
try:
    clientSocket.connect((sys.argv[1], int(sys.argv[2])))
except ConnectionRefusedError:
    print('Cannot connect to the server')
    sys.exit(1)
threading.Thread(target=listen, args=(clientSocket,), daemon=True).start()
try:
    for line in sys.stdin:
        clientSocket.send(line.encode())
except (BrokenPipeError, ConnectionResetError):
    print('Server disconnected!')
    sys.exit(1)
finished = True
