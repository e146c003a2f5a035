# attack: leaves all its work to children that nobody waits for, so that their time is in no process's account
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A
# load: heavy
import os
import signal

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print("tried", flush=True)
while True:
    if os.fork() == 0:
        for _ in range(20000):
            pass
        os._exit(0)
    try:
        os.wait()  # returns, with an error, when the last of them is gone
    except ChildProcessError:
        pass
