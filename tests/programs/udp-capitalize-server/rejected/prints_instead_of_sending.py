# UDP capitalize server
# mistake: The capitals are printed on the server's screen; the client gets nothing.
# fails: replies-in-capitals
# diagnosis: reply_is_only_printed
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

while True:
    data, address = sock.recvfrom(65535)
    reply = data.decode().upper()
    print("Reply to", address, ":", reply)
