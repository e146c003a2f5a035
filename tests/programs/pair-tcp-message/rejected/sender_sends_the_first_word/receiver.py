# TCP receiver: prints what each sender sends.
import socket
import sys

HOST = ""                      # all interfaces
PORT = int(sys.argv[1])

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
receiver.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
receiver.bind((HOST, PORT))
receiver.listen(1)
print("Waiting for messages on port", PORT)

while True:
    connection, address = receiver.accept()
    message = b""
    try:
        while True:
            data = connection.recv(1024)
            if not data:
                break
            message += data
    except ConnectionResetError:
        print("connection reset by", address)
    connection.close()
    if message:
        print("From", address[0], ":", message.decode())
