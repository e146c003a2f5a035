# A heart: says every few seconds that it is alive.
# Run it with:  python3 heartbeat.py HOST PORT NAME SECONDS
import socket
import sys
import time

if len(sys.argv) != 5:
    sys.exit("usage: python3 heartbeat.py HOST PORT NAME SECONDS")

host = ""     # fill in: the address of the monitor, from the first argument (sys.argv[1])
port = 0      # fill in: the port of the monitor, from the second argument, as a number
name = ""     # fill in: the name, from the third argument
seconds = 0   # fill in: the seconds between two beats, from the fourth argument, as a number

if port == 0:
    sys.exit("Fill in the host, the port, the name and the seconds first.")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
due = time.monotonic()  # when the next beat leaves: the first one at once

# fill in: again and again
#   - is the next beat due? Send it, as bytes, and say when the one behind it will be
#   - else wait for a datagram, with what is left of the time as a limit (sock.settimeout())
#   - when STOP has come, say BYE and leave the loop
# A TimeoutError says that the time is over, another OSError that nobody listens.

sock.close()
