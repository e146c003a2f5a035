# fails: message-arrives
# diagnosis: sends_it_twice
# mistake: One send() too many.
import socket, sys
s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2])))
s.send(sys.argv[3].encode())
s.send(sys.argv[3].encode())
