import asyncio
import sys

async def shout(reader, writer):
    try:
        while data := await reader.read(1000):
            writer.write(data.upper())
            await writer.drain()
    except ConnectionError as e:
        print(type(e).__name__)
    finally:
        print("connection dropped")
        writer.close()

async def main():
    server = await asyncio.start_server(shout, None, int(sys.argv[1]))
    await server.serve_forever()

asyncio.run(main())
