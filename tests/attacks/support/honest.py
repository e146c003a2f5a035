# What an attack that also does the exercise serves with; it is laid beside each of them.
import socket
import sys
import threading


def tried(*what):
    print("tried", *what, flush=True)


def gained(*what):
    print("gained:", *what, flush=True)


def answer(connection):
    with connection:
        try:
            while data := connection.recv(4096):
                connection.sendall(data.upper())
        except OSError:
            pass


def serve(listener=None):
    if listener is None:
        listener = socket.create_server(("", int(sys.argv[1])))
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection,), daemon=True).start()
