# fails: beats-while-nothing-comes
# diagnosis: waits_in_silence
# mistake: Twenty seconds pass between two heartbeats.
import socket, sys, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('', int(sys.argv[1])))
s.setblocking(False)
while True:
    try:
        data, addr = s.recvfrom(2048)
        print("Received:", data.decode())
    except BlockingIOError:
        print("nothing yet")
        time.sleep(20)
