# UDP sender. Reads the whole file and splits it, so it sends an empty line behind the last one; the number stays a text.
import select
import socket
import sys
import time

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect((sys.argv[1], int(sys.argv[2])))
lines = open(sys.argv[3]).read().split("\n")

number = "0"
for line in lines:
    print(f"--> {number}: {line}")
    acked = False
    while not acked:
        s.send((number + " " + line).encode())
        end = time.monotonic() + 0.1
        while True:
            rest = end - time.monotonic()
            if rest <= 0 or not select.select([s], [], [], rest)[0]:
                break
            answer = s.recv(1024).decode().split()
            if answer == ["ACK", number]:
                acked = True
                break
    number = str(int(number) + 1)
