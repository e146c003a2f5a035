# fails: waits-for-replies, not-taken
# diagnosis: none, fails_with_status_0
# mistake: QUIT goes out with the text, and whether that was taken is not looked at.
import socket
import sys


def reply(lines, wanted):
    while True:
        line = lines.readline()
        if not line.endswith('\n'):
            raise OSError('the server has left')
        print('S:', line.rstrip())
        if line[3:4] != '-':
            break
    if not line.startswith(wanted):
        raise OSError(f'{line.rstrip()} in place of {wanted}')


def mail(host, port, sender, recipient, name):
    with socket.create_connection((host, int(port))) as server:
        lines = server.makefile('r', encoding='utf-8', newline='\n')
        reply(lines, '220')
        server.sendall(b'HELO localhost\r\n')
        reply(lines, '250')
        server.sendall(f'MAIL FROM:<{sender}>\r\n'.encode())
        reply(lines, '250')
        server.sendall(f'RCPT TO:<{recipient}>\r\n'.encode())
        reply(lines, '250')
        server.sendall(b'DATA\r\n')
        reply(lines, '354')
        text = f'From: <{sender}>\r\nTo: <{recipient}>\r\nSubject: hello\r\n\r\n'
        with open(name, encoding='utf-8') as file:
            for line in file:
                line = line.rstrip('\r\n')
                text += ('.' if line.startswith('.') else '') + line + '\r\n'
        server.sendall((text + '.\r\n').encode())
        server.sendall(b'QUIT\r\n')


try:
    mail(*sys.argv[1:])
except OSError as error:
    sys.exit(f'not mailed: {error}')
