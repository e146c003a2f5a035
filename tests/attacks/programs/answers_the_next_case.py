# attack: leaves a process in each case that would answer in the place of the next
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# case: all
# places: A C D E
import ctypes
import os
import signal
import socket
import sys

from honest import gained, serve, tried

port = int(sys.argv[1])
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
listener.bind(("", port))
listener.listen()
for other in os.listdir("/proc"):
    try:
        if other.isdigit() and open(f"/proc/{other}/comm").read() == "@mark@\n":
            gained("a process of the case before")
    except OSError:
        pass
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    ctypes.CDLL(None).prctl(15, b"@mark@", 0, 0, 0)  # PR_SET_NAME
    spare = []
    for near in range(port + 1, port + 20):
        other = socket.socket()
        try:
            other.bind(("", near))
            other.listen()
            spare.append(other)
        except OSError:
            pass
    while True:
        signal.pause()
tried()
serve(listener)
