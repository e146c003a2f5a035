# attack: finds out whether it is graded, and by whom
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: A AFewDescriptors B BNobody BRootAlone C D E
import os
import socket
import sys

from honest import gained, serve, tried

status = open("/proc/self/status").read()
if "TracerPid:\t0\n" not in status:
    gained("a tracer")
if any("SOCKGRADE" in name or name in ("CI", "GITHUB_ACTIONS", "HOMEWORK") for name in os.environ):
    gained("a variable")
if "grade" in socket.gethostname().lower() and "@level@" not in "DE":
    gained("its host's name")
try:
    if "@level@" not in "DE":
        gained("a look at who started it", open(f"/proc/{os.getppid()}/cmdline").read())
except OSError:
    pass
print(socket.gethostname(), os.getppid(), sys.argv)
print(open("/proc/self/cgroup").read(), open("/proc/self/mountinfo").read()[:2000])
if not os.isatty(1):
    gained("a pipe instead of a terminal")
tried()
serve()
