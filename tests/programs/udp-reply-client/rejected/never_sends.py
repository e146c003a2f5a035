# mistake: It waits for a reply to a request that it has not sent.
# fails: request-arrives, prints-the-reply
# diagnosis: never_sends
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
message = sys.argv[3].encode()
reply, server = sock.recvfrom(2048)
print(reply.decode())
