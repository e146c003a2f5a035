# attack: leaves all its work to children that live for a moment, so that no process of it takes long, and never listens
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# case: all
# load: heavy
import os

print("tried", flush=True)
while True:
    if os.fork() == 0:
        for _ in range(20000):
            pass
        os._exit(0)
    os.wait()
