# attack: leaves word for the next run: in memory, in message queues, in files in shared places
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C
# case: all
# places: A C D E
import ctypes
import os

from honest import gained, serve, tried

libc = ctypes.CDLL(None, use_errno=True)
KEY, CREATE = int("@key@"), 0o1666
if libc.shmget(KEY, 0, 0) >= 0:
    gained("shared memory of another run")
if libc.msgget(KEY, 0) >= 0:
    gained("a message queue of another run")
if libc.semget(KEY, 0, 0) >= 0:
    gained("semaphores of another run")
libc.shmget(KEY, 4096, CREATE)
libc.msgget(KEY, CREATE)
libc.semget(KEY, 1, CREATE)
libc.mq_open.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_uint, ctypes.c_void_p]
if libc.mq_open(b"/@mark@", os.O_RDWR, 0, None) >= 0:
    gained("a POSIX queue of another run")
libc.mq_open(b"/@mark@", os.O_RDWR | os.O_CREAT, 0o666, None)
for folder in ("/dev/shm", "/tmp", "/var/tmp", os.environ["HOME"], os.environ["TMPDIR"], "."):
    path = f"{folder}/word-@mark@"
    if os.path.exists(path):
        # The same folder under another name, in this very run.
        if open(path).read() != str(os.getpid()):
            gained("a file of another run", path)
        continue
    try:
        with open(path, "w") as file:
            file.write(str(os.getpid()))
    except OSError:
        pass
tried()
serve()
