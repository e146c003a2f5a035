# mistake: The socket becomes non-blocking only after the first message.
# fails: beats-while-nothing-comes
# diagnosis: waits_in_silence
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
data, addr = sock.recvfrom(1024)
print("Received:", data.decode())
sock.setblocking(False)
while True:
    try:
        data, addr = sock.recvfrom(1024)
        print("Received:", data.decode())
    except BlockingIOError:
        print("heartbeat")
        time.sleep(0.3)
