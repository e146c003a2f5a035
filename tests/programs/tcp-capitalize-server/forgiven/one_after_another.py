# fails: silent-client, after-a-reset
# oddity: One client at a time is served, and a connection that is reset ends the server with a traceback.
import socket
import sys

server_address = ('localhost', int(sys.argv[1]))
sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
print('starting up on %s port %s' % server_address)
sock.bind(server_address)
sock.listen(1)

while True:
    print('waiting for a connection')
    connection, client_address = sock.accept()
    try:
        print('connection from', client_address)
        while True:
            data = connection.recv(16)
            print('received {!r}'.format(data))
            if data:
                connection.sendall(data.upper())
            else:
                print('no data from', client_address)
                break
    finally:
        connection.close()
