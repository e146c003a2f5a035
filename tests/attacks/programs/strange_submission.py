# attack: is handed in with links to what is outside, a pipe that blocks its reader, and a socket
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
# submission: strange
import os

from honest import gained, serve, tried

for name in ("link", "relative", "elsewhere/secret", "elsewhere/other/server.py"):
    try:
        gained("read", name, open(name).read())
    except OSError:
        pass
try:
    gained("listed", os.listdir("elsewhere"))
except OSError:
    pass
print(sorted(os.listdir(".")))
tried()
serve()
