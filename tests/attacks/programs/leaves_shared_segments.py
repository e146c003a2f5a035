# attack: fills memory that belongs to no process, and leaves it there
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import ctypes

from honest import gained, serve, tried

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p
CREATE = 0o1666
for number in range(8):
    segment = libc.shmget(0, 4 << 20, CREATE)
    if segment < 0:
        continue
    # With a control group it counts, and the world's end is its own.
    if "@level@" != "A":
        gained("a segment of shared memory")
    place = libc.shmat(segment, None, 0)
    ctypes.memset(place, 1, 4 << 20)
if "@level@" != "A" and libc.msgget(0, CREATE) >= 0:
    gained("a queue of messages")
if "@level@" != "A" and libc.semget(0, 1, CREATE) >= 0:
    gained("a semaphore")
tried()
serve()
