import asyncio
import sys


class Receiver(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        print("listening on", transport.get_extra_info("sockname"))

    def datagram_received(self, data, addr):
        sys.stdout.write(data.decode())
        sys.stdout.write("\n")
        sys.stdout.flush()


async def main(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_datagram_endpoint(Receiver, local_addr=("0.0.0.0", port))
    try:
        await asyncio.Future()
    finally:
        transport.close()


asyncio.run(main(int(sys.argv[1])))
