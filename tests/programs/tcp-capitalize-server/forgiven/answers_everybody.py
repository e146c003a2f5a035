# fails: each-its-own
# oddity: Each reply goes to all that are connected.
import socket
import sys
import threading

everybody = []


def serve(connection):
    try:
        while data := connection.recv(65536):
            for one in list(everybody):
                one.sendall(data.decode(errors="surrogateescape").upper().encode(errors="surrogateescape"))
    except OSError:
        pass
    everybody.remove(connection)
    connection.close()


server = socket.create_server(("", int(sys.argv[1])))
while True:
    connection, address = server.accept()
    everybody.append(connection)
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
