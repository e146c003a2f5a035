# fails: answer-in-pieces, lines-together
# diagnosis: blocked_in
# mistake: what one recv() brings is taken for one line.
import socket
import sys


def read_line(server):
    data = server.recv(1024)
    if not data:
        print('The server has closed the connection.')
        sys.exit(1)
    return data.split(b'\n')[0].decode().rstrip('\r')


def ask(server, line):
    """Says whether there is more to ask."""
    server.sendall(line.encode() + b'\n')
    while True:
        answer = read_line(server)
        if answer == 'BYE':
            return False
        kind, _, text = answer.partition(' ')
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
    sys.exit(1)
