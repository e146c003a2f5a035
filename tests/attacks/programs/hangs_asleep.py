# attack: sleeps
# exercise: tcp-capitalize-server
# verdict: failed
# cause: never-listened
# contained: A B C D E
import time

print("tried", flush=True)
time.sleep(100000)
