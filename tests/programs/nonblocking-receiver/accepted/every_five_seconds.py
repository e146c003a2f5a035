# A slow heart: every five seconds, which is the most.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
beat = time.monotonic()
print("listening")
while True:
    try:
        data, addr = sock.recvfrom(65535)
        print(addr, data.decode())
        continue
    except BlockingIOError:
        pass
    if time.monotonic() - beat >= 5:
        beat = time.monotonic()
        print("still here")
    time.sleep(0.05)
