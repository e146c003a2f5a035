# fails: prints-a-message
# diagnosis: cuts_text_at
# mistake: recv(5) takes five bytes.
import socket, sys
s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    print(c.recv(5).decode())
    c.close()
