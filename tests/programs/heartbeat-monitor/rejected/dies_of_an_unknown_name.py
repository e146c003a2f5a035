# fails: unknown
# diagnosis: python_error
# mistake: a name that is in no dictionary is a KeyError.
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
    match words:
        case ['ALIVE', name, number] if number.isdecimal():
            take_beat(name, int(number))
        case ['BYE', name]:
            forget(name)
        case ['ASK', name]:
            return ('MISSING ' if is_missing(name) else 'ALIVE ') + name
        case ['WHO']:
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
