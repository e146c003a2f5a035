# mistake: The socket is left as it is: recvfrom() waits, and the heart stands still.
# fails: beats-while-nothing-comes
# diagnosis: waits_in_silence
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    print("heartbeat")
    data, addr = sock.recvfrom(1024)
    print("Received:", data.decode())
    time.sleep(0.5)
