# fails: replies-in-capitals
# diagnosis: cuts_text_at
# mistake: recv(5) takes five bytes, and close() with the rest unread resets the connection.
import socket, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(1)
while True:
    c, _ = s.accept()
    c.send(c.recv(5).upper()); c.close()
