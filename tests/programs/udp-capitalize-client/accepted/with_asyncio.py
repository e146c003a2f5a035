import asyncio
import sys


class Client(asyncio.DatagramProtocol):
    def __init__(self, text, done):
        self.text = text
        self.done = done

    def connection_made(self, transport):
        self.transport = transport
        transport.sendto(self.text.encode())

    def datagram_received(self, data, addr):
        if not self.done.done():
            self.done.set_result(data.decode())

    def error_received(self, error):
        print("error:", error)


async def main():
    loop = asyncio.get_running_loop()
    text = await loop.run_in_executor(None, input, "text: ")
    done = loop.create_future()
    transport, _ = await loop.create_datagram_endpoint(
        lambda: Client(text, done), remote_addr=(sys.argv[1], int(sys.argv[2])))
    print("reply:", await done)
    transport.close()


asyncio.run(main())
