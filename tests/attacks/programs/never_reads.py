# attack: accepts its clients, and never reads
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
import signal
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
print("tried", flush=True)
clients = []
listener.settimeout(None)
while True:
    clients.append(listener.accept()[0])
