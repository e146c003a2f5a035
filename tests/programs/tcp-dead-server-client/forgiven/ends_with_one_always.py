# fails: all-went-well
# oddity: The exit status is 1 at the end of the input, too.
import socket, sys
try:
    s = socket.socket()
    s.connect((sys.argv[1], int(sys.argv[2])))
    for line in sys.stdin:
        s.send(line.encode())
        data = s.recv(1024)
        if data == b'':
            print('server closed the connection')
            break
        print(data.decode())
except ConnectionError as e:
    print('connection error:', e.strerror)
sys.exit(1)
