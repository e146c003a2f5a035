# fails: prints-a-message
# diagnosis: text_not_printed
# mistake: The messages are collected, and would be printed after the loop, which never ends.
import socket
import sys

messages = []
s = socket.socket()
s.bind(("0.0.0.0", int(sys.argv[1])))
s.listen(5)
while True:
    conn, addr = s.accept()
    messages.append(conn.recv(1024).decode())
    conn.close()

for message in messages:
    print(message)
