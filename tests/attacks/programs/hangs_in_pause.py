# attack: waits for a signal that never comes, and for its own children
# exercise: tcp-capitalize-server
# verdict: failed
# cause: never-listened
# contained: A B C D E
import os
import signal

print("tried", flush=True)
if os.fork() == 0:
    while True:
        signal.pause()
os.wait()
