# mistake: The reply is received and never printed.
# fails: prints-the-reply
# diagnosis: text_not_printed
import socket
import sys

s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2])))
s.sendall(sys.argv[3].encode())
reply = s.recv(1024)
s.close()
print("Done.")
