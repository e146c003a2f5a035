# fails: refuses-what-it-does-not-know, silent-client
# diagnosis: none, serves_one_at_a_time
# mistake: eval() calculates whatever it is given.
import socket
import sys


def answer(line):
    try:
        return '= %d' % int(eval(line))
    except Exception as problem:
        return 'ERROR ' + str(problem)


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
