# A web server for many browsers at once.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000


def response(request):
    # fill in: the path stands between GET and HTTP/1.0; open that file in the folder www, as bytes
    # fill in: what if the file is not there, or the path leads out of the folder?
    return b'HTTP/1.0 404 Not Found\r\n\r\n'


def serve(connection):
    # fill in: receive until the empty line has come, b'\r\n\r\n'; nothing means that the browser has hung up
    request = b''
    # fill in: what if it hangs up while you send?
    connection.sendall(response(request))
    connection.close()


# create a TCP socket for the browsers to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', serverPort))
serverSocket.listen()
print('The server is ready')

# fill in: one browser after the other, and none of them waits for another
connection, address = serverSocket.accept()
serve(connection)
