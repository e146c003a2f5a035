# fails: next-client, closes-the-connection
# oddity: recv() returns b"" when the client has left, and the loop goes on with that for ever.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(5)

while True:
    client, address = server.accept()
    print("Got connection from", address)
    while True:
        sentence = client.recv(1024)
        client.send(sentence.upper())
