import argparse
import asyncio


async def send(host, port, message):
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(
        asyncio.DatagramProtocol, remote_addr=(host, port))
    try:
        transport.sendto(message.encode())
    finally:
        transport.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Send one message by UDP.")
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("message")
    args = parser.parse_args()
    asyncio.run(send(args.host, args.port, args.message))
