# fails: after-a-reset
# oddity: A reset connection ends the receiver.
import socket

HOST = "0.0.0.0"
PORT = 5000

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
receiver.bind((HOST, PORT))
receiver.listen()
while True:
    connection, sender = receiver.accept()
    while True:
        data = connection.recv(1024)
        if not data:
            break
        print("Received:", data.decode())
    connection.close()
