# fails: silent-client
# diagnosis: serves_one_at_a_time
# It serves one client after another, with a buffer of its own.
import re
import socket
import sys

NUMBER = re.compile(r'-?[0-9]+')


def answer(line):
    parts = line.split(' ')
    if len(parts) != 3 or not NUMBER.fullmatch(parts[0]) or not NUMBER.fullmatch(parts[2]):
        return 'ERROR expected a number, an operator and a number'
    a, operator, b = int(parts[0]), parts[1], int(parts[2])
    if operator == '+':
        return '= %d' % (a + b)
    if operator == '-':
        return '= %d' % (a - b)
    if operator == '*':
        return '= %d' % (a * b)
    if operator == '/':
        if b == 0:
            return 'ERROR nothing can be divided by zero'
        return '= %d' % int(a / b)
    return 'ERROR what is %s?' % operator


def serve(connection):
    buffer = b''
    while True:
        data = connection.recv(1024)
        if not data:
            return
        buffer += data
        while b'\n' in buffer:
            line, buffer = buffer.split(b'\n', 1)
            line = line.decode('utf-8', 'replace').rstrip('\r')
            if line == 'QUIT':
                connection.sendall(b'BYE\n')
                return
            connection.sendall((answer(line) + '\n').encode())


server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(('', int(sys.argv[1])))
server.listen()
while True:
    connection, address = server.accept()
    with connection:
        try:
            serve(connection)
        except OSError as error:
            print(address, error)
