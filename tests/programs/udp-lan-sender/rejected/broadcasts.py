# fails: reaches-another-computer
# diagnosis: uses_another_address
# mistake: The message goes to everybody's address and not to the one that was given.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
sock.sendto(sys.argv[3].encode(), ("255.255.255.255", int(sys.argv[2])))
