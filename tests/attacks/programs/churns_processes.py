# attack: starts and ends processes so fast that their numbers are used again
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A BRootAlone E
# load: heavy
import os
import threading

from honest import serve, tried


def churn():
    for _ in range(1500):
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)


tried()
threading.Thread(target=churn, daemon=True).start()
serve()
