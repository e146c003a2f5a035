# attack: stops and kills the grader, process 1 and everybody
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
import os
import signal

from honest import gained, serve, tried

SIGNALS = (signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGKILL)


def is_mine(process):
    try:
        return os.getsid(process) == os.getsid(0)
    except OSError:
        return True


# Where it shares its user with all of us it only asks who could be signalled.
careful = "@level@" == "E"
# A world's first process may be signalled, but takes no notice.
for process in {os.getppid(), int("@process@"), 1, *(int(p) for p in os.listdir("/proc") if p.isdigit())}:
    if process == 0 or is_mine(process) and process == os.getpid():
        continue
    try:
        os.kill(process, 0)
    except OSError:
        continue
    if "@level@" in "DE" and not is_mine(process):
        gained("a signal to", process, open(f"/proc/{process}/comm").read())
    if not careful and process != os.getpid():
        for number in SIGNALS:
            os.kill(process, number)
if not careful:
    for number in SIGNALS:
        if os.fork() == 0:
            try:
                os.kill(-1, number)  # everybody but the caller
            except OSError:
                pass
            os._exit(0)
tried()
serve()
