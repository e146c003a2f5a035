# An SMTP client: mails the text of a file.
# Run it with:  python3 client.py HOST PORT SENDER RECIPIENT FILE

import sys
from socket import *

# fill in: they are given on the command line, from sys.argv[1] on
serverName = '127.0.0.1'
serverPort = 2525
sender = 'anna@students.example'
recipient = 'bob@teachers.example'
fileName = 'text.txt'


def readReply(lines, wanted):
    # fill in: read lines until one has no hyphen behind its number; nothing means that the server has left
    # fill in: when the number is not the one that is wanted, say so, and end with sys.exit(1)
    pass


def command(clientSocket, lines, text, wanted):
    # fill in: send the text with \r\n behind it, then read the reply
    pass


# create a TCP socket
clientSocket = socket(AF_INET, SOCK_STREAM)

# fill in: connect the socket to the server (see: try ... except OSError)

# what comes is read line by line
lines = clientSocket.makefile('r', newline='\n')

readReply(lines, '220')
command(clientSocket, lines, 'HELO localhost', '250')
# fill in: MAIL FROM, RCPT TO and DATA

# fill in:
#   - send From:, To: and Subject:, and an empty line
#   - send each line of the file with \r\n; one that begins with a dot gets one more
#   - send a dot in a line of its own, and read the reply

# fill in: QUIT
clientSocket.close()
