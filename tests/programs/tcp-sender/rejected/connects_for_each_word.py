# mistake: Each word goes over a connection of its own.
# fails: message-arrives
# diagnosis: sends_in_pieces
import socket
import sys


def send(text):
    s = socket.socket()
    s.connect((sys.argv[1], int(sys.argv[2])))
    s.sendall(text.encode())
    s.close()


for word in sys.argv[3].split(" "):
    send(word)
