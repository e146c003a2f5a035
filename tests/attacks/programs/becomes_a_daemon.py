# attack: leaves a process behind that nothing connects to it, and that ignores every signal
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
import os
import signal
import sys

print("tried", flush=True)
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
for number in range(1, signal.NSIG):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
os.closerange(0, 100)
while True:
    signal.pause()
