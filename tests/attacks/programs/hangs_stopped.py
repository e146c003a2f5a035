# attack: stops itself
# exercise: tcp-capitalize-server
# verdict: failed
# cause: never-listened
# contained: A B C D E
import os
import signal

print("tried", flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
