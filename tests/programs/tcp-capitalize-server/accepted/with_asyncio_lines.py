# Reads a line at a time, and waits for its end.
import asyncio, sys
async def handle(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        writer.write(line.decode().upper().encode())
        await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(handle, '', int(sys.argv[1]))
    async with server:
        await server.serve_forever()
asyncio.run(main())
