# attack: forbids everybody to look into it, so that nobody could see whether it waits
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A E
import ctypes

from honest import gained, serve, tried

SET_DUMPABLE = 4
GET_DUMPABLE = 3
libc = ctypes.CDLL(None)
if libc.prctl(SET_DUMPABLE, 0, 0, 0, 0) == 0 and libc.prctl(GET_DUMPABLE, 0, 0, 0, 0) == 0:
    gained("nobody may look")
tried()
serve()
