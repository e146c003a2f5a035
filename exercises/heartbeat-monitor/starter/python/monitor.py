# A monitor: hears hearts, and knows who is missing.
# Run it with:  python3 monitor.py PORT SECONDS
import socket
import sys
import time

if len(sys.argv) != 3:
    sys.exit("usage: python3 monitor.py PORT SECONDS")

port = 0      # fill in: the port to listen on, from the first argument (sys.argv[1]), as a number
seconds = 0   # fill in: for how many seconds somebody is alive, from the second argument, as a number

if port == 0:
    sys.exit("Fill in the port and the seconds first.")

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", port))
sock.settimeout(0.5)  # recvfrom() raises a TimeoutError when nothing comes for so long

last = {}  # name -> when the last beat came, by time.monotonic()

while True:
    try:
        data, sender = sock.recvfrom(2048)
        words = data.split()
        # fill in: how many words are there, and which one is the first?
        #   - ALIVE, a name and a number: remember when it came, if the number is higher than those before
        #   - BYE and a name: forget the name
        #   - ASK and a name, or WHO: send the answer to the sender, as bytes
        #   - whatever else: nothing
    except TimeoutError:
        pass
    # fill in: whose time is over? Print MISSING and the name, once
