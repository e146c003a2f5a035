# fails: prints-a-message
# diagnosis: prints_the_length
# mistake: The number of bytes is printed instead of the text.
import socket
import sys

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
receiver.bind(("", int(sys.argv[1])))
receiver.listen()
while True:
    connection, address = receiver.accept()
    with connection:
        data = connection.recv(1024)
        print(f"received {len(data)} bytes from {address}")
