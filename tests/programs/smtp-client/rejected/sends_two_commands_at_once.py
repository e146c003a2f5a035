# fails: waits-for-replies
# diagnosis: none
# mistake: EHLO and MAIL FROM are sent together, before a reply to the first of them has come.
import socket, sys
host, port, sender, rcpt, name = sys.argv[1:]
class No(Exception): pass
def reply(f, want):
    while True:
        l = f.readline()
        if not l: raise No('the server has gone')
        print(l.decode('latin-1').rstrip())
        if l[3:4] != b'-': break
    if l[:3] != want: raise No(l.decode('latin-1').strip())
try:
    s = socket.create_connection((host, int(port)))
    f = s.makefile('rb')
    def cmd(c, want):
        s.sendall(c.encode() + b'\r\n'); reply(f, want)
    reply(f, b'220')
    s.sendall(b'EHLO localhost\r\nMAIL FROM:<' + sender.encode() + b'>\r\n')
    reply(f, b'250'); reply(f, b'250')
    cmd('RCPT TO:<%s>' % rcpt, b'250')
    cmd('DATA', b'354')
    text = open(name, 'rb').read()
    lines = text.split(b'\n')
    if lines[-1] == b'': lines.pop()
    out = [b'From: <%s>' % sender.encode(), b'To: <%s>' % rcpt.encode(), b'Subject: hello', b'']
    for l in lines:
        l = l.rstrip(b'\r')
        out.append(b'.' + l if l.startswith(b'.') else l)
    s.sendall(b'\r\n'.join(out) + b'\r\n.\r\n')
    reply(f, b'250')
    cmd('QUIT', b'221')
    s.close()
except (No, OSError) as e:
    print('not mailed:', e)
    sys.exit(1)
