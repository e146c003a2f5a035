# DNS server: socketserver; records have their names in full, the table is turned into bytes beforehand
import socketserver
import sys


def wire(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


ADDRESSES = {
    wire("alpha.example"): [bytes([192, 0, 2, 1])],
    wire("beta.example"): [bytes([192, 0, 2, 200])],
    wire("www.gamma.example"): [bytes([203, 0, 113, 9]), bytes([198, 51, 100, 7])],
}


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        query, sock = self.request
        end = query.find(b"\0", 12) + 1
        if end < 13 or len(query) < end + 4:
            return
        name, rest = query[12:end].lower(), query[end:end + 4]
        found = ADDRESSES.get(name)
        code = b"\3" if found is None else b"\0"
        records = found if found and rest == b"\0\1\0\1" else []
        records = [name + b"\0\1\0\1" + b"\0\0\x0e\x10" + b"\0\4" + address for address in records]
        flags = bytes([0x80 | query[2] & 1]) + code
        sock.sendto(query[:2] + flags + b"\0\1\0" + bytes([len(records)]) + bytes(4) + query[12:end + 4]
                    + b"".join(records), self.client_address)


with socketserver.UDPServer(("", int(sys.argv[1])), Handler) as server:
    server.serve_forever()
