# fails: noise
# diagnosis: python_error
# mistake: it takes the second word, and there is none.
import socket
import sys
import time

limit = float(sys.argv[2])
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(('', int(sys.argv[1])))
sock.settimeout(0.5)
heard, highest, said = {}, {}, set()


def is_missing(name):
    return time.monotonic() - heard[name] > limit


def look_around():
    for name in heard:
        if is_missing(name) and name not in said:
            said.add(name)
            print('MISSING', name)


def take_beat(name, number):
    if number != 1 and number <= highest.get(name, 0):
        return
    heard[name], highest[name] = time.monotonic(), number
    if name in said:
        said.discard(name)
        print('BACK', name)


def forget(name):
    heard.pop(name, None)
    highest.pop(name, None)
    said.discard(name)


def answer_to(words):
    if words and words[0] == 'ALIVE':
        take_beat(words[1], int(words[2]))
    elif words and words[0] == 'BYE':
        forget(words[1])
    elif words and words[0] == 'ASK':
        name = words[1]
        if name not in heard:
            return 'UNKNOWN ' + name
        return ('MISSING ' if is_missing(name) else 'ALIVE ') + name
    elif words and words[0] == 'WHO':
        missing = sorted(filter(is_missing, heard))
        return 'MISSING ' + ' '.join(missing) if missing else 'ALL ALIVE'
    return None


while True:
    try:
        data, sender = sock.recvfrom(2000)
        answer = answer_to(data.decode().split())
        if answer:
            sock.sendto(answer.encode(), sender)
    except (TimeoutError, UnicodeDecodeError):
        pass
    look_around()
