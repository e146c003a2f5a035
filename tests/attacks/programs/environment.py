# attack: looks for tokens in its environment
# exercise: tcp-capitalize-server
# verdict: passed
# contained: A B C D E
# places: all
import os

from honest import gained, serve, tried

EXPECTED = {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TERM", "TMPDIR", "PYTHONDONTWRITEBYTECODE"}
if set(os.environ) != EXPECTED:
    gained("variables", sorted(set(os.environ) ^ EXPECTED))
print(dict(os.environ))
print(open("/proc/self/environ").read())
tried()
serve()
