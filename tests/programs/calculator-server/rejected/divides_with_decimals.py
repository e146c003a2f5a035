# fails: multiplies-and-divides, silent-client
# diagnosis: miscalculates, serves_one_at_a_time
# mistake: / of Python gives decimals.
import socket
import sys


def answer(line):
    parts = line.split(' ')
    try:
        first, operator, second = parts
        a, b = int(first), int(second)
        if operator == '+':
            return '= %d' % (a + b)
        if operator == '-':
            return '= %d' % (a - b)
        if operator == '*':
            return '= %d' % (a * b)
        if operator == '/':
            return '= %s' % (a / b)
    except (ValueError, IndexError, ZeroDivisionError) as problem:
        return 'ERROR ' + str(problem)
    return 'ERROR unknown operator'


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
        serve(connection)
