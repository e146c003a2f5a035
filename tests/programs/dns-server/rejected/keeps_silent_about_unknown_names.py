# fails: no-such-name
# diagnosis: blocked_in
# mistake: a name that is not in the table gets no answer.
import socket
import struct
import sys

TABLE = {
    "alpha.example": ["192.0.2.1"],
    "beta.example": ["192.0.2.200"],
    "www.gamma.example": ["198.51.100.7", "203.0.113.9"],
}


def name_at(data, at):
    labels = []
    while data[at] != 0:
        labels.append(data[at + 1:at + 1 + data[at]].decode("ascii"))
        at += 1 + data[at]
    return ".".join(labels).lower(), at + 1


def answer_to(query):
    ident, flags, questions = struct.unpack_from("!3H", query)
    if flags & 0x8000 or questions != 1:
        return None
    name, end = name_at(query, 12)
    kind, group = struct.unpack_from("!2H", query, end)
    question = query[12:end + 4]
    code, records = 0, []
    if name not in TABLE:
        return None
    elif (kind, group) == (1, 1):
        records = TABLE[name]
    head = struct.pack("!6H", ident, 0x8400 | flags & 0x0100 | code, 1, len(records), 0, 0)
    return head + question + b"".join(
        struct.pack("!3HIH", 0xC00C, 1, 1, 300, 4) + socket.inet_aton(address) for address in records)


sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    query, client = sock.recvfrom(4096)
    try:
        answer = answer_to(query)
    except (IndexError, UnicodeDecodeError, struct.error):
        continue
    if answer is not None:
        sock.sendto(answer, client)
