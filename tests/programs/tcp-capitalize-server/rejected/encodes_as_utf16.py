# fails: replies-in-capitals
# diagnosis: sends_two_bytes_a_letter
# mistake: UTF-16 has two bytes for each letter.
import socket, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(1)
while True:
    c, _ = s.accept()
    c.send(c.recv(1000).decode().upper().encode('utf-16')); c.close()
