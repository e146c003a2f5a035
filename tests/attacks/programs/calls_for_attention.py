# attack: makes calls that the grader watches as fast as it can
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A E
# load: heavy
import os
import socket
import sys

from honest import serve, tried

# First, or its client would meet one of the others.
listener = socket.create_server(("", int(sys.argv[1])))
for _ in range(2):
    if os.fork() == 0:
        for number in range(10000):
            with socket.socket() as client:
                try:
                    client.bind(("127.0.0.1", 0))
                    client.listen()
                except OSError:
                    pass
        os._exit(0)
tried()
serve(listener)
