# mistake: swapcase() makes capitals of small letters, and small letters of capitals.
# fails: serves-a-client
# diagnosis: swaps_the_case
import socket
import sys
import threading


def serve(connection):
    try:
        while True:
            data = connection.recv(4096)
            if not data:
                break
            connection.sendall(data.swapcase())
    except OSError:
        pass
    connection.close()


server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
