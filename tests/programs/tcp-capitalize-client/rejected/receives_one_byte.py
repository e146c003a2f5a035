# fails: prints-the-reply
# diagnosis: cuts_text_at
# mistake: recv(1) takes the first letter only.
import socket, sys
s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
s.send(input('Text: ').encode())
print(s.recv(1).decode())
