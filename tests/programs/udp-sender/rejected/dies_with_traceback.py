# UDP sender
# mistake: sendto() takes bytes; the text is not encoded, so the program ends with a TypeError.
# fails: message-arrives
# diagnosis: python_error
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(sys.argv[3], (sys.argv[1], int(sys.argv[2])))
sock.close()
