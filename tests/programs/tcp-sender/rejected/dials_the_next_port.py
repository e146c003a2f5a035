# fails: message-arrives
# diagnosis: uses_another_address
# mistake: The port is not the one that it was given.
import socket, sys
s = socket.socket()
s.connect((sys.argv[1], int(sys.argv[2]) + 1))
s.send(sys.argv[3].encode())
