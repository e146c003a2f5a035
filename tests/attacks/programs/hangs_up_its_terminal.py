# attack: takes its terminal for itself and ends, so that the terminal is hung up, and leaves a child in it
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
import fcntl
import os
import signal
import termios

os.write(2, b"tried\n")
signal.signal(signal.SIGHUP, signal.SIG_IGN)
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
if os.fork() == 0:
    while True:
        signal.pause()
