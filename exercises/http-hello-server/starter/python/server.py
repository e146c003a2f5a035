# An HTTP server that says hello.
# Run it with:  python3 server.py PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1]
serverPort = 12000
body = 'Hello, world!'.encode()

# create a TCP socket for the browsers to connect to
serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(('', serverPort))

# fill in: begin to listen

print('The server is ready')

# fill in: again and again
#   - accept the next connection
#   - receive the request; it ends with an empty line (b'\r\n\r\n')
#   - send the status line, the header lines and an empty line, each with '\r\n' at its end
#   - send the body
#   - close the connection

serverSocket.close()
