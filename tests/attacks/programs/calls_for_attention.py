# attack: makes calls that the grader watches as fast as it can
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A E
# load: heavy
import os
import socket

from honest import serve, tried

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
serve()
