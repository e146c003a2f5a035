# attack: writes a gigabyte to its standard output
# exercise: tcp-capitalize-server
# verdict: failed
# cause: output-flood
# contained: A B C D E
# places: A E
import os

print("tried", flush=True)
block = b"x" * 65535 + b"\n"
for _ in range(1 << 14):
    os.write(1, block)
