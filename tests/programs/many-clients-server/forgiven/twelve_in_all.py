# fails: twenty-come-and-go
# oddity: There are twelve places, and who has left does not give its place back.
import socket
import sys
import threading


def serve(connection):
    try:
        while data := connection.recv(4096):
            connection.sendall(data.upper())
    except OSError:
        pass
    connection.close()


server = socket.create_server(("", int(sys.argv[1])))
for place in range(12):
    connection, address = server.accept()
    print("place", place, "is taken by", address)
    threading.Thread(target=serve, args=(connection,)).start()
