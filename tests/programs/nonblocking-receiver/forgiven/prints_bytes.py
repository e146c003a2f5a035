# fails: not-ascii
# oddity: What is printed is the form that bytes have in a program, b'...'.
import socket, sys, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
s.setblocking(False)
while True:
    try:
        print("got", s.recvfrom(1024))
    except BlockingIOError:
        print("no data")
        time.sleep(0.4)
