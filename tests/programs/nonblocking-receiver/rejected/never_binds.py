# mistake: Without bind() nobody knows the port.
# fails: beats-while-nothing-comes
# diagnosis: bind_not_called
import socket
import sys
import time

PORT = int(sys.argv[1])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setblocking(False)
while True:
    try:
        print("Received:", sock.recvfrom(1024)[0].decode())
    except BlockingIOError:
        print("heartbeat")
        time.sleep(0.3)
