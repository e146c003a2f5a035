# A thread of its own prints whatever comes; the main thread reads what is typed, and waits for nobody.
import os
import socket
import sys
import threading

quit_said = threading.Event()


def listen(connection):
    rest = b''
    status = 1
    try:
        while data := connection.recv(10):
            *lines, rest = (rest + data).split(b'\n')
            for line in lines:
                print('server>', line.decode().strip(), flush=True)
                if line.strip() == b'BYE':
                    status = 0
                    break
            if status == 0:
                break
    except OSError as error:
        print(error)
    if status:
        print('the server has left us', flush=True)
    connection.close()
    os._exit(status)


try:
    connection = socket.socket()
    connection.connect((sys.argv[1], int(sys.argv[2])))
except OSError as error:
    print(error)
    sys.exit(3)
listener = threading.Thread(target=listen, args=(connection,))
listener.start()
for line in sys.stdin:
    connection.sendall(line.encode())
    if line.strip() == 'QUIT':
        break
else:
    connection.sendall(b'QUIT\n')
listener.join()
