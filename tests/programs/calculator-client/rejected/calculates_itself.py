# fails: one-sum
# diagnosis: blocked_in
# mistake: it prints what it has calculated, whatever the server says.
import socket
import sys

buffer = b''


def read_line(server):
    global buffer
    while b'\n' not in buffer:
        data = server.recv(1024)
        if not data:
            print('The server has closed the connection.')
            sys.exit(1)
        buffer += data
    line, buffer = buffer.split(b'\n', 1)
    return line.decode().rstrip('\r')


def ask(server, line):
    """Says whether there is more to ask."""
    server.sendall(line.encode() + b'\n')
    while True:
        answer = read_line(server)
        if answer == 'BYE':
            return False
        kind, text = answer.split(' ', 1)
        if kind == 'NOTE':
            print('Note:', text)
            continue
        print('Result:', eval(line) if kind == '=' else text)
        return True


def main():
    server = socket.socket()
    server.connect((sys.argv[1], int(sys.argv[2])))
    while True:
        try:
            line = input('Sum: ')
        except EOFError:
            line = 'QUIT'
        if not ask(server, line):
            break
    server.close()


try:
    main()
except OSError as error:
    print('The server has gone:', error)
    sys.exit(1)
