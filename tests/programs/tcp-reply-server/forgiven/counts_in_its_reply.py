# oddity: The reply says how many bytes came, and is another one each time.
# fails: goes-on
# diagnosis: changes_its_reply
import socket
import sys

server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    try:
        data = connection.recv(4096)
        print(data.decode())
        connection.sendall(f"I got {len(data)} bytes".encode())
    except ConnectionError:
        pass
    connection.close()
