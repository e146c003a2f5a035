# fails: replies-in-capitals
# diagnosis: never_accepts
# mistake: It listens, and then waits for the Enter key instead of accept().
import socket, sys
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen(1)
input('press enter to stop')
