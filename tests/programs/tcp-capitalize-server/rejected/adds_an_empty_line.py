# fails: replies-in-capitals
# diagnosis: adds_line_ends
# mistake: two newlines go behind each reply, so that an empty line lies between two.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("", int(sys.argv[1])))
s.listen(5)
while True:
    c, addr = s.accept()
    data = c.recv(4096)
    if data:
        c.sendall(data.strip().upper() + b"\n\n")
    c.close()
