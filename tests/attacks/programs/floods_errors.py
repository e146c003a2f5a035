# attack: writes a gigabyte to its standard error, a few bytes at a time
# exercise: tcp-capitalize-server
# verdict: failed
# cause: output-flood
# contained: A B C D E
# places: A
import os

print("tried", flush=True)
for _ in range(1 << 28):
    os.write(2, b"x\ny\n")
