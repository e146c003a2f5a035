import argparse
import asyncio


async def send(host, port, message):
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(message.encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()


parser = argparse.ArgumentParser(description="Send a message with TCP.")
parser.add_argument("host")
parser.add_argument("port", type=int)
parser.add_argument("message", nargs="+")
args = parser.parse_args()
asyncio.run(send(args.host, args.port, " ".join(args.message)))
