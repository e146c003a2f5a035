# fails: goes-on-to-the-next-sender, closes-the-connection
# diagnosis: stays_with_the_first_client, spins
# mistake: accept() stands before the loop, which goes round for ever when the first sender has left.
import socket, sys
s = socket.socket()
s.bind(('', int(sys.argv[1])))
s.listen(5)
c, a = s.accept()
while True:
    data = c.recv(1024)
    if data:
        print(data.decode())
