# attack: has names that whoever reads /proc takes for something else
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
import ctypes
import os
import signal

from honest import serve, tried


def be_called(name):
    ctypes.CDLL(None).prctl(15, name, 0, 0, 0)  # PR_SET_NAME


for name in (b") Z 1 1 1", b"a) R 0 (b", b"\n1 (x) R", b"sockgrade-init", b"java", b"\xff\x1b[31m"):
    if os.fork() == 0:
        be_called(name)
        while True:
            signal.pause()
be_called(b") S 1 1 (")
tried()
serve()
