from socket import *
import sys, time

s = socket(AF_INET, SOCK_DGRAM)
s.connect((sys.argv[1], int(sys.argv[2])))
s.settimeout(0.7)
while True:
    try:
        s.send(b'are you there?')
        print('server:', s.recv(1024).decode(), flush=True)
    except OSError as e:
        print('the server does not answer:', e, flush=True)
    time.sleep(0.3)
