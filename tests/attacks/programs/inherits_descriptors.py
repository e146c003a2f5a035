# attack: looks for what the grader left open
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import os

from honest import gained, serve, tried

found = []
for number in range(4096):
    try:
        os.fstat(number)
        found.append((number, os.readlink(f"/proc/self/fd/{number}")))
    except OSError:
        pass
if [number for number, _ in found] != [0, 1, 2]:
    gained(found)
print(found)
tried()
serve()
