# fails: two-talk
# diagnosis: serves_one_at_a_time
# mistake: while one client is in the room, no other one is let in.
import socket
import sys

listener = socket.socket()
listener.bind(('', int(sys.argv[1])))
listener.listen()
people = {}
while True:
    client, _ = listener.accept()
    me = None
    for line in client.makefile():
        command, _, rest = line.rstrip('\n').partition(' ')
        if command == 'NAME' and rest not in people:
            me = rest
            people[me] = client
            client.sendall(b'OK\n')
        elif command == 'SAY':
            for name, other in people.items():
                if name != me:
                    other.sendall(('SAID %s %s\n' % (me, rest)).encode())
            client.sendall(b'OK\n')
        else:
            client.sendall(b'ERROR\n')
