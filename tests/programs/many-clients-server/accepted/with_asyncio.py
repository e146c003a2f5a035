import asyncio, sys

async def handle(reader, writer):
    try:
        while (data := await reader.read(100)):
            writer.write(data.upper())
            await writer.drain()
    except ConnectionResetError:
        pass
    writer.close()

async def main():
    server = await asyncio.start_server(handle, port=int(sys.argv[1]))
    async with server:
        await server.serve_forever()

asyncio.run(main())
