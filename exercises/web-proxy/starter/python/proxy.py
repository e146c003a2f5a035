# A web proxy: passes requests on to the origin, and remembers its pages.
# Run it with:  python3 proxy.py PORT ORIGIN_HOST ORIGIN_PORT

from socket import *

# fill in: the port is given on the command line, in sys.argv[1], and the origin in sys.argv[2] and sys.argv[3]
proxyPort = 12000
origin = ('127.0.0.1', 8000)

# what is remembered: from the path to all bytes of the response
kept = {}


def ask_origin(request):
    # fill in: connect to the origin, send the request, and receive until nothing more comes
    return b''


# create a TCP socket for the browsers to connect to
proxySocket = socket(AF_INET, SOCK_STREAM)
proxySocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
proxySocket.bind(('', proxyPort))
proxySocket.listen()
print('The proxy is ready')

# fill in: one browser after another
connection, address = proxySocket.accept()

# fill in:
#   - receive until \r\n\r\n has come; nothing means that the browser has gone
#   - take the path out of the first line; if it is in kept, send what is there
#   - else ask the origin, and send what it says; when nobody listens there, send a 502
#   - put it into kept, when it is whole and its status is 200

connection.close()
