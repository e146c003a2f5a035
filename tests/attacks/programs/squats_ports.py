# attack: takes the ports that other runs, and the peers of its own, could need
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
import socket
import sys

from honest import serve, tried

own = int(sys.argv[1])
listener = socket.create_server(("", own))
taken = []
reach = 20 if "@level@" in "DE" else 200  # others may need theirs there
for port in range(own - reach, own + reach):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
        client = socket.socket(socket.AF_INET, kind)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        try:
            client.bind(("127.0.0.1", port))
            taken.append(client)
        except OSError:
            client.close()
tried(len(taken))
serve(listener)
