# An HTTP client: fetches a page and writes it to a file.
# Run it with:  python3 client.py URL FILE

import sys
from socket import *
from urllib.parse import urlsplit

# fill in: the address is sys.argv[1], and the file's name sys.argv[2]
url = 'http://127.0.0.1:8080/hello.html'
fileName = 'page.out'


def fetch(url):
    parts = urlsplit(url)  # parts.hostname, parts.port, parts.path

    # create a TCP socket
    clientSocket = socket(AF_INET, SOCK_STREAM)

    # fill in: connect the socket to the server
    # fill in: send the request; its lines end in \r\n, and the last one is empty

    # what comes is read as bytes: line by line (readline) or so many at a time (read)
    stream = clientSocket.makefile('rb')

    # fill in:
    #   - read the first line; the second word in it is the status
    #   - read the other lines of the head, up to the empty one, and keep the headers
    #   - 301, 302, 303, 307 and 308: fetch the place that Location names; what else is not 200 is an error
    #   - chunked: read a length, so many bytes and a line end, over and over, until the length is 0
    #   - Content-Length: read so many bytes; fewer are an error
    #   - neither of them: read up to the end
    return b''


# fill in: catch the errors, print a line that says why, and end with sys.exit(1)
page = fetch(url)
with open(fileName, 'wb') as file:
    file.write(page)
