# The connection as a file of lines.
import socket
import sys


def answers(connection):
    for line in connection.makefile('r', encoding='utf-8', newline='\n'):
        if not line.endswith('\n'):
            break
        yield line.rstrip('\r\n')
    sys.exit('The server has gone.')


def main():
    try:
        connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
        lines = answers(connection)
        while True:
            try:
                typed = input('Calculation: ')
            except EOFError:
                typed = 'QUIT'
            connection.sendall(typed.encode() + b'\n')
            for line in lines:
                kind, _, text = line.partition(' ')
                print({'=': 'The result is', 'NOTE': 'By the way:', 'ERROR': 'Sorry,'}.get(kind, ''), text)
                if kind == 'BYE':
                    return
                if kind != 'NOTE':
                    break
    except OSError as error:
        sys.exit('No server: %s' % error)


main()
