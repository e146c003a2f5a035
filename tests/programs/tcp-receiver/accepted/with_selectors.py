# The selectors module, and sockets that do not block.
import selectors, socket, sys
sel = selectors.DefaultSelector()
l = socket.create_server(('', int(sys.argv[1])), backlog=10)
l.setblocking(False)
sel.register(l, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        if key.fileobj is l:
            c, _a = l.accept(); c.setblocking(False); sel.register(c, selectors.EVENT_READ)
        else:
            try: d = key.fileobj.recv(4096)
            except ConnectionResetError: d = b''
            if d: print(d.decode(), flush=True)
            else: sel.unregister(key.fileobj); key.fileobj.close()
