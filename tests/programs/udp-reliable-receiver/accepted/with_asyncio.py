import asyncio
import sys


class Receiver(asyncio.DatagramProtocol):
    next = 0

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, addr):
        seq, line = data.decode("utf-8").split(" ", maxsplit=1)
        self.transport.sendto(b"ACK " + seq.encode(), addr)
        if int(seq) == self.next:
            self.next += 1
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Receiver, local_addr=("0.0.0.0", int(sys.argv[1])))
    await asyncio.Event().wait()


asyncio.run(main())
