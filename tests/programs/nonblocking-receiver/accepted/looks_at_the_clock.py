# Goes round without a pause, but beats only once in a while.
from socket import *
import sys, time

s = socket(AF_INET, SOCK_DGRAM)
s.bind(('0.0.0.0', int(sys.argv[1])))
s.setblocking(0)
beat = time.time()
while True:
    try:
        message, address = s.recvfrom(2048)
        print(address, message.decode())
    except error:
        if time.time() - beat > 0.25:
            print('heartbeat', time.ctime())
            beat = time.time()
        time.sleep(0.001)
