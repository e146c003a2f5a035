# usage: python3 select_loop.py [HOST] PORT
import selectors
import socket
import sys

port = int(sys.argv[-1])

selector = selectors.DefaultSelector()
listener = socket.create_server(("0.0.0.0", port))
listener.setblocking(False)
selector.register(listener, selectors.EVENT_READ)
print("ready", flush=True)

while True:
    for key, _ in selector.select():
        sock = key.fileobj
        if sock is listener:
            connection, address = listener.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ)
        else:
            try:
                data = sock.recv(1024)
            except ConnectionError:
                data = b""
            if data:
                sys.stdout.buffer.write(data)
                sys.stdout.buffer.flush()
            else:
                selector.unregister(sock)
                sock.close()
