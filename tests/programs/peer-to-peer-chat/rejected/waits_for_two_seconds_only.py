# fails: you-come-first
# diagnosis: does_not_wait_for_the_other
# mistake: who comes first waits to be called, but with a time limit of two seconds, and then gives up.
import socket
import sys
import threading

listener = socket.create_server(("", int(sys.argv[1])))
try:
    other = socket.create_connection((sys.argv[2], int(sys.argv[3])))
except OSError:
    listener.settimeout(2)
    try:
        other, _ = listener.accept()
        other.settimeout(None)
    except TimeoutError:
        print("nobody is there")
        sys.exit(1)


def hear():
    for line in other.makefile(encoding="utf-8"):
        print("<", line, end="", flush=True)


threading.Thread(target=hear, daemon=True).start()
for line in sys.stdin:
    other.sendall(line.encode())
