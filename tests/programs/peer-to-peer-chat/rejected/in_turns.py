# fails: back-and-forth
# diagnosis: waits_for_the_keyboard
# mistake: It speaks and hears in turns: a line that is not due is not printed.
import socket
import sys

try:
    conn = socket.create_connection((sys.argv[2], int(sys.argv[3])))
    mine = True
except ConnectionRefusedError:
    s = socket.create_server(("", int(sys.argv[1])))
    conn, _ = s.accept()
    mine = False

lines = conn.makefile()
while True:
    if mine:
        conn.sendall((input("you: ") + "\n").encode())
    else:
        line = lines.readline()
        if not line:
            break
        print("other:", line)
    mine = not mine
