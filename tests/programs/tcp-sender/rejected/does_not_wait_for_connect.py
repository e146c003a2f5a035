# fails: message-arrives
# diagnosis: python_error
# mistake: A socket that does not block returns from connect() before it is connected.
import socket, sys
s = socket.socket()
s.setblocking(False)
s.connect((sys.argv[1], int(sys.argv[2])))
s.send(sys.argv[3].encode())
