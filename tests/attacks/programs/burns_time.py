# attack: keeps eight processors busy
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# load: heavy
import os

from honest import serve, tried

for _ in range(8):
    if os.fork() == 0:
        while True:
            pass
tried()
serve()
