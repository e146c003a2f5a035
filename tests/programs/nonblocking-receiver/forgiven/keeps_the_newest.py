# fails: several-at-once
# oddity: The buffer is emptied before each heartbeat, and only what came last is shown.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
while True:
    newest = None
    try:
        while True:
            newest, _ = sock.recvfrom(2048)
    except BlockingIOError:
        pass
    print("." if newest is None else newest.decode(), flush=True)
    time.sleep(0.5)
