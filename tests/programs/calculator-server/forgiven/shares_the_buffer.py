# fails: half-lines-of-two
# diagnosis: mixes_up_lines
# mistake: one buffer for the lines of all clients.
import select
import socket
import sys

server = socket.create_server(('', int(sys.argv[1])))
clients = []
buffer = b''


def answer(line):
    words = line.split()
    try:
        first, sign, second = words
        a, b = int(first), int(second)
        if sign == '+':
            return f'= {a + b}'
        if sign == '-':
            return f'= {a - b}'
        if sign == '*':
            return f'= {a * b}'
        if sign == '/':
            quotient = abs(a) // abs(b)
            return f'= {quotient if (a < 0) == (b < 0) else -quotient}'
        return 'ERROR no such sign'
    except (ValueError, ZeroDivisionError):
        return 'ERROR that is no calculation'


def leave(client):
    clients.remove(client)
    client.close()


while True:
    for one in select.select([server] + clients, [], [])[0]:
        if one is server:
            clients.append(server.accept()[0])
            continue
        try:
            data = one.recv(1000)
        except OSError:
            data = b''
        if not data:
            leave(one)
            continue
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            text = line.decode().strip()
            if text == 'QUIT':
                one.sendall(b'BYE\n')
                leave(one)
                break
            one.sendall((answer(text) + '\n').encode())
