# fails: sends-lines
# diagnosis: leaves_out_line_ends
# mistake: input() has taken the newline away, and nobody puts it back.
import socket
import sys
import threading

own_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def show(connection):
    while True:
        data = connection.recv(4096)
        if not data:
            print("The other one has left.", flush=True)
            return
        print(data.decode(), end="", flush=True)


def meet():
    listener = socket.create_server(("", own_port))
    try:
        return socket.create_connection((host, port))
    except OSError:
        return listener.accept()[0]


connection = meet()
threading.Thread(target=show, args=(connection,), daemon=True).start()
try:
    while True:
        connection.sendall(input().encode())
except EOFError:
    pass
