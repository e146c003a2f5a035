# fails: arrives-in-pieces
# oddity: One recv() for each sender. What comes in a second piece is never read.
import socket
import sys

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
receiver.bind(("", int(sys.argv[1])))
receiver.listen(5)
print("The receiver is ready")
while True:
    connection, address = receiver.accept()
    try:
        message = connection.recv(2048).decode()
        if message:
            print(address[0], "says:", message, flush=True)
    except ConnectionError:
        print("The connection was reset")
    connection.close()
