# UDP receiver
# oddity: It counts for each address by itself. From another port the line that comes again is printed again.
# fails: answers-where-it-was-asked
# diagnosis: prints_doubles
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
want = {}
while True:
    d, a = s.recvfrom(2048)
    n, t = d.decode().split(" ", 1)
    n = int(n)
    s.sendto(b"ACK %d" % n, a)
    if n >= want.get(a, 0):
        print(t)
        want[a] = n + 1
