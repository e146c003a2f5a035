# A chat between two equals:  python3 chat.py MY_PORT HOST PORT
import socket
import sys
import threading

MY_PORT = 0  # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number
HOST = ""    # fill in: the other one's address, from the second argument
PORT = 0     # fill in: the other one's port, from the third argument, as a number

if MY_PORT == 0:
    sys.exit("Fill in the ports and the host first.")

listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("", MY_PORT))
listener.listen()

# fill in: call the other one; when nobody is there (ConnectionRefusedError), wait to be called: accept()
connection, address = listener.accept()


def receive():
    # fill in: again and again, until recv() returns nothing: print what comes
    print(connection.recv(1024).decode())


threading.Thread(target=receive, daemon=True).start()

for line in sys.stdin:
    pass  # fill in: send the line to the other one
