# A socket for each address of this computer, as `ip addr` says.
import selectors
import socket
import subprocess
import sys

port = int(sys.argv[1])
lines = subprocess.run(["ip", "-4", "-o", "addr"], capture_output=True, text=True).stdout.splitlines()
addresses = [line.split()[3].split("/")[0] for line in lines]

waiting = selectors.DefaultSelector()
for address in addresses:
    listener = socket.create_server((address, port))
    waiting.register(listener, selectors.EVENT_READ)
    print("listening on", address, flush=True)

while True:
    for key, _ in waiting.select():
        connection, sender = key.fileobj.accept()
        with connection:
            try:
                text = b"".join(iter(lambda: connection.recv(1024), b""))
                print(sender[0], "says", text.decode().rstrip(), flush=True)
            except ConnectionResetError:
                print(sender[0], "is gone", flush=True)
