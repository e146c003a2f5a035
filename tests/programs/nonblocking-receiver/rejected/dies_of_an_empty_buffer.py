# mistake: The error that says that nothing is there is not caught.
# fails: beats-while-nothing-comes
# diagnosis: python_error
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
while True:
    data, addr = sock.recvfrom(1024)
    print("Received:", data.decode())
    print("heartbeat")
