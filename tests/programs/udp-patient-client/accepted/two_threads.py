# One thread sends, another one prints what comes.
import socket, sys, threading, time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 0))
last = time.monotonic()

def listen():
    global last
    while True:
        data, addr = sock.recvfrom(4096)
        last = time.monotonic()
        print(addr, data.decode())

threading.Thread(target=listen, daemon=True).start()
while True:
    sock.sendto(time.ctime().encode(), (sys.argv[1], int(sys.argv[2])))
    time.sleep(0.6)
    if time.monotonic() - last > 0.6:
        print("the server is silent")
