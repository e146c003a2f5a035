# DNS client: a connected socket, select() for the time, another id for each try, names read label by label
import os
import select
import socket
import sys
import time


class Message:
    def __init__(self, data):
        self.data = data
        self.at = 0

    def number(self, size):
        value = int.from_bytes(self.data[self.at:self.at + size], "big")
        if self.at + size > len(self.data):
            raise ValueError("too short")
        self.at += size
        return value

    def name(self):
        labels, back = [], None
        for _ in range(128):
            size = self.number(1)
            if size >= 192:
                to = (size & 63) << 8 | self.number(1)
                back = back if back is not None else self.at
                self.at = to
            elif size == 0:
                if back is not None:
                    self.at = back
                return ".".join(labels).lower()
            else:
                labels.append(self.data[self.at:self.at + size].decode("latin-1"))
                self.at += size
        raise ValueError("a name without an end")


def addresses_in(data, ident, wanted):
    message = Message(data)
    if message.number(2) != ident:
        return None
    flags, questions, answers = message.number(2), message.number(2), message.number(2)
    message.number(4)
    if not flags >> 15 or questions != 1 or message.name() != wanted:
        return None
    message.number(4)
    found = []
    for _ in range(answers):
        message.name()
        kind, group, _, size = message.number(2), message.number(2), message.number(4), message.number(2)
        if kind == 1 and group == 1 and size == 4:
            found.append(".".join(str(byte) for byte in message.data[message.at:message.at + 4]))
        message.at += size
    return flags & 15, found


def main():
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.connect((sys.argv[1], int(sys.argv[2])))
    wanted = sys.argv[3].lower().strip(".")
    for wait in (1, 1, 2, 4):
        ident = int.from_bytes(os.urandom(2), "big")
        labels = b"".join(bytes([len(part)]) + part.encode() for part in wanted.split("."))
        sock.send(ident.to_bytes(2, "big") + bytes([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]) + labels + bytes([0, 0, 1, 0, 1]))
        end = time.monotonic() + wait
        while (left := end - time.monotonic()) > 0:
            if not select.select([sock], [], [], left)[0]:
                break
            try:
                answer = addresses_in(sock.recv(65535), ident, wanted)
            except (ValueError, IndexError, ConnectionRefusedError):
                continue
            if answer is None:
                continue
            code, found = answer
            if code == 0 and found:
                print("\n".join(f"{wanted} has address {address}" for address in found))
                return 0
            print("no such name" if code == 3 else "no address", file=sys.stderr)
            return 2
    print("timed out", file=sys.stderr)
    return 3


sys.exit(main())
