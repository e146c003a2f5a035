# fails: closes-the-connection
# diagnosis: leaves_the_connection_open
# mistake: connection.close() is missing, and the list keeps every connection.
import socket
import sys

receiver = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
receiver.bind(("0.0.0.0", int(sys.argv[1])))
receiver.listen()
senders = []
while True:
    connection, address = receiver.accept()
    senders.append(connection)
    while True:
        try:
            data = connection.recv(1024)
        except ConnectionError:
            break
        if not data:
            break
        print(f"{address[0]}: {data.decode()}", flush=True)
