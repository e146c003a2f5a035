import asyncio
import sys


async def handle_client(reader, writer):
    peer = writer.get_extra_info("peername")
    try:
        while True:
            data = await reader.read(4096)
            if not data:
                break
            print(f"{peer}: {data!r}")
            writer.write(data.upper())
            await writer.drain()
    except ConnectionError:
        print(f"{peer} went away")
    finally:
        writer.close()


async def main():
    host, port = "localhost", 8888
    if len(sys.argv) > 1:
        port = int(sys.argv[1])
    server = await asyncio.start_server(handle_client, host, port)
    print("Serving on", ", ".join(str(s.getsockname()) for s in server.sockets))
    async with server:
        await server.serve_forever()


asyncio.run(main())
