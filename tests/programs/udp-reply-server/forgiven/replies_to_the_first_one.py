# fails: goes-on
# diagnosis: replies_to_wrong_address
# mistake: The address of the first client is kept, and everybody's reply goes there.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
client = None
while True:
    data, address = sock.recvfrom(2048)
    if client is None:
        client = address
    print("Client says:", data.decode(errors="replace"), flush=True)
    sock.sendto(b"Message received", client)
