# A thread that beats until an event is set, and the main thread, which listens.
import socket
import sys
import threading

host, port, name, seconds = sys.argv[1:]
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((host, int(port)))
stopped = threading.Event()


def beat():
    number = 1
    while True:
        try:
            sock.send(f'ALIVE {name} {number}\n'.encode())
        except ConnectionRefusedError:
            pass
        number += 1
        if stopped.wait(int(seconds)):
            return


heart = threading.Thread(target=beat)
heart.start()
while not stopped.is_set():
    try:
        if sock.recv(100).rstrip() == b'STOP':
            stopped.set()
    except ConnectionRefusedError:
        print('the monitor is away')
heart.join()
sock.send(f'BYE {name}\n'.encode())
