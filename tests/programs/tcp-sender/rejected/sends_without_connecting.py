# fails: message-arrives
# diagnosis: sends_without_connecting
# mistake: connect() is missing before send().
import socket
import sys

HOST = sys.argv[1]
PORT = int(sys.argv[2])

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.send(sys.argv[3].encode())
s.close()
