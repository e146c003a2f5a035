# fails: missing
# diagnosis: none
# mistake: it asks how long it was between the last two beats, and not how long ago the last one came.
import socket
import sys
import threading
import time

port, limit = int(sys.argv[1]), int(sys.argv[2])
hearts = {}
lock = threading.Lock()


def watch():
    while True:
        time.sleep(1)
        with lock:
            for name, heart in hearts.items():
                if not heart['missing'] and heart['time'] - heart['before'] > limit:
                    heart['missing'] = True
                    print('MISSING', name)


def answer(text):
    command, *rest = text.split()
    if command == 'ALIVE':
        name, number = rest[0], int(rest[1])
        heart = hearts.get(name)
        if heart is None or number == 1 or number > heart['number']:
            if heart is not None and heart['missing']:
                print('BACK', name)
            hearts[name] = {'number': number, 'before': heart['time'] if heart else time.time(), 'time': time.time(), 'missing': False}
    elif command == 'BYE':
        del hearts[rest[0]]
    elif command == 'ASK':
        heart = hearts.get(rest[0])
        if heart is None:
            return f'UNKNOWN {rest[0]}'
        return f'MISSING {rest[0]}' if heart['missing'] else f'ALIVE {rest[0]}'
    elif command == 'WHO':
        names = [name for name in hearts if hearts[name]['missing']]
        return 'MISSING ' + ' '.join(sorted(names)) if names else 'ALL ALIVE'
    return ''


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('', port))
threading.Thread(target=watch, daemon=True).start()
print(f'listening at port {port}')
while True:
    data, address = sock.recvfrom(4096)
    try:
        with lock:
            reply = answer(data.decode())
    except (ValueError, IndexError, KeyError) as problem:
        print('ignored:', repr(problem))
        continue
    if reply:
        sock.sendto(reply.encode(), address)
