# attack: takes memory that no process of it has by itself: shared, in files, and in many processes
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# load: heavy
# places: A B E
import mmap
import os
import signal

print("tried", flush=True)
# 40 MiB each in 60 processes: none of them is large.
for _ in range(60):
    if os.fork() == 0:
        shared = mmap.mmap(-1, 40 << 20)
        for at in range(0, len(shared), 4096):
            shared[at] = 1
        while True:
            signal.pause()
while True:
    signal.pause()
