# fails: server-leaves, nobody-there
# diagnosis: fails_with_status_0
# mistake: it prints that the server has gone, and ends with status 0.
import socket
import sys

buffer = b''


def read_line(server):
    global buffer
    while b'\n' not in buffer:
        data = server.recv(1024)
        if not data:
            print('The server has closed the connection.')
            sys.exit(0)
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
        print('Result:' if kind == '=' else 'Error:', text)
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
    sys.exit(0)
