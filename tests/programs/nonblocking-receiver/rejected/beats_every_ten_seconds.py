# fails: beats-while-nothing-comes
# diagnosis: waits_in_silence
# mistake: ten seconds lie between two heartbeats, and five are the most.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
while True:
    try:
        data, addr = sock.recvfrom(2048)
        print("Received:", data.decode())
    except BlockingIOError:
        print("nothing yet")
        time.sleep(10)
