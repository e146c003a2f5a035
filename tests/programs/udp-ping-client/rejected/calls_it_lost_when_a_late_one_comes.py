# fails: own-reply-behind-a-late-one
# diagnosis: prints_too_many_time_outs
# mistake: when a late reply comes it calls the present ping lost, and does not wait for its own any more.
from socket import *
import sys
import time

clientSocket = socket(AF_INET, SOCK_DGRAM)
clientSocket.settimeout(1)
lost = 0
for i in range(1, 11):
    start = time.time()
    clientSocket.sendto(f'Ping {i} {start}'.encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        reply = clientSocket.recvfrom(1024)[0].decode()
        while not reply.startswith('Ping '):
            reply = clientSocket.recvfrom(1024)[0].decode()
        if reply.split(' ')[1] == str(i):
            print(f'Ping {i}: RTT = {time.time() - start:.6f} s')
        else:
            print('Request timed out')
            lost += 1
    except timeout:
        print('Request timed out')
        lost += 1
print(f'{lost * 10}% packet loss')
