# fails: sends-lines
# diagnosis: adds_words
# mistake: "me: " goes over the wire before each line; that is for the screen of the other one to add.
import socket
import sys
import threading

listener = socket.create_server(("", int(sys.argv[1])))
try:
    other = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    other, _ = listener.accept()


def hear():
    for line in other.makefile(encoding="utf-8"):
        print(line, end="", flush=True)


threading.Thread(target=hear, daemon=True).start()
for line in sys.stdin:
    other.sendall(("me: " + line).encode())
