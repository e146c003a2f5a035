# attack: stops and kills the grader, process 1 and everybody
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import os
import signal

from honest import gained, serve, tried

SIGNALS = (signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGKILL)

# Where it shares its user with all of us it only asks who could be signalled.
careful = "@level@" == "E"
for process in {os.getppid(), int("@process@"), 1, *(int(p) for p in os.listdir("/proc") if p.isdigit())}:
    if process in (0, os.getpid()):
        continue
    try:
        os.kill(process, 0)
    except OSError:
        continue
    # The first process of a world of its own may be signalled, but takes no notice.
    if "@level@" in "DE" or process != 1:
        gained("a signal to", process, open(f"/proc/{process}/comm").read())
    if not careful:
        for number in SIGNALS:
            os.kill(process, number)
if not careful:
    for number in SIGNALS:
        try:
            os.kill(-1, number)  # everybody but the caller
        except OSError:
            pass
tried()
serve()
