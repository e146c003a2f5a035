# fails: another-id
# diagnosis: none
# mistake: the first answer counts, whatever id it has.
import random
import socket
import struct
import sys

TRIES = 4


def query_for(name, ident):
    query = struct.pack("!6H", ident, 0x0100, 1, 0, 0, 0)
    for label in name.split("."):
        query += bytes([len(label)]) + label.encode()
    return query + b"\0" + struct.pack("!2H", 1, 1)


def behind_name(data, at):
    while True:
        size = data[at]
        if size >= 0xC0:
            return at + 2
        at += 1 + size
        if size == 0:
            return at


def read(data):
    ident, flags, questions, answers, _, _ = struct.unpack_from("!6H", data)
    at = 12
    for _ in range(questions):
        at = behind_name(data, at) + 4
    found = []
    for _ in range(answers):
        at = behind_name(data, at)
        kind, net, _, size = struct.unpack_from("!HHIH", data, at)
        at += 10
        if (kind, net, size) == (1, 1, 4):
            found.append(socket.inet_ntoa(data[at:at + 4]))
        at += size
    return ident, flags, found


def ask(server, name):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ident = random.randrange(65536)
    for _ in range(TRIES):
        sock.sendto(query_for(name, ident), server)
        sock.settimeout(2)
        try:
            while True:
                data, sender = sock.recvfrom(4096)
                try:
                    theirs, flags, found = read(data)
                except (struct.error, IndexError):
                    continue
                if flags & 0x8000:
                    return flags & 15, found
        except socket.timeout:
            pass
    sys.exit("no answer from the server")


code, addresses = ask((sys.argv[1], int(sys.argv[2])), sys.argv[3].rstrip("."))
if code == 3:
    sys.exit("there is no such name")
if code != 0:
    sys.exit(f"the server cannot answer, it says {code}")
if not addresses:
    sys.exit("the name has no address")
for address in addresses:
    print(address)
