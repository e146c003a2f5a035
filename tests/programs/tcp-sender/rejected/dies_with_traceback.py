# fails: message-arrives
# diagnosis: python_error
# mistake: connect() takes one argument, a pair of host and port.
import socket
import sys

host = sys.argv[1]
port = int(sys.argv[2])

sender = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sender.connect(host, port)
sender.sendall(sys.argv[3].encode())
sender.close()
