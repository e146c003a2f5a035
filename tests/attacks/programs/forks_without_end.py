# attack: forks as often as it can, up to 2000 times
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
# needs: process-limit
# load: heavy
import os
import signal
import socket
import sys

from honest import answer, gained, tried

listener = socket.create_server(("", int(sys.argv[1])))
count = 0
try:
    while count < 2000:
        if os.fork() == 0:
            listener.close()
            while True:
                signal.pause()
        count += 1
except OSError:
    pass
# A user who is shared may have had a few more a moment before, which are counted on top.
if count > 300:
    gained(count, "processes")
tried(count)
# Without a thread: it may have no more.
while True:
    answer(listener.accept()[0])
