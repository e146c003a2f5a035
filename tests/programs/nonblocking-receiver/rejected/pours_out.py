# mistake: Without a pause the heartbeat pours out as fast as the processor can print.
# fails: beats-while-nothing-comes
# diagnosis: waits_in_silence
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
sock.setblocking(False)
while True:
    try:
        data, addr = sock.recvfrom(1024)
        print("Received:", data.decode())
    except BlockingIOError:
        print("nothing has come yet, nothing at all has come yet, still nothing has come")
