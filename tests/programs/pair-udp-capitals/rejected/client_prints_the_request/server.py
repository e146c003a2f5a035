import argparse
import asyncio


class Capitalizer(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("serving on", transport.get_extra_info("sockname"))

    def datagram_received(self, data, addr):
        self.transport.sendto(data.decode().upper().encode(), addr)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int, nargs="?", default=9999)
    port = parser.parse_args().port

    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Capitalizer, local_addr=("0.0.0.0", port))
    try:
        await asyncio.sleep(3600)
    finally:
        transport.close()


asyncio.run(main())
