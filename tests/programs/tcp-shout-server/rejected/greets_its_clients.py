# fails: shouts-on-and-on
# diagnosis: adds_words
# mistake: A client takes the greeting for the reply.
import socket
import sys
import threading


def serve(connection):
    try:
        connection.sendall(b"Say something: ")
        while data := connection.recv(1000):
            connection.sendall(data.upper())
    except OSError:
        pass
    print("Connection dropped.", flush=True)
    connection.close()


server = socket.create_server(("", int(sys.argv[1])))
while True:
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
