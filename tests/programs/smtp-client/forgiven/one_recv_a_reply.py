# fails: replies-in-pieces, has-a-head, first-line-with-a-dot
# Each recv() is taken for a reply, and the text goes out without a head.
import socket
import sys

host, port, sender, recipient, name = sys.argv[1:]


def expect(server, code):
    reply = server.recv(1024).decode()
    print(reply)
    if reply[:3] != code:
        print('The server does not want it.')
        sys.exit(1)


try:
    server = socket.create_connection((host, int(port)))
    expect(server, '220')
    for command, code in [('HELO me', '250'), (f'MAIL FROM:<{sender}>', '250'), (f'RCPT TO:<{recipient}>', '250'),
                          ('DATA', '354')]:
        server.sendall((command + '\r\n').encode())
        expect(server, code)
    text = open(name).read().replace('\n', '\r\n').replace('\n.', '\n..')
    server.sendall((text + '\r\n.\r\n').encode())
    expect(server, '250')
    server.sendall(b'QUIT\r\n')
    expect(server, '221')
except OSError as error:
    sys.exit(f'error: {error}')
