# mistake: It sends the request back instead of a reply of its own.
# fails: replies
# diagnosis: sends_the_request_back
import socket, sys
s = socket.socket()
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    c, a = s.accept()
    data = c.recv(1024)
    print(data.decode())
    c.sendall(data)
    c.close()
