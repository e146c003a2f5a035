#!/usr/bin/env python3
import asyncio
import sys

PORT = int(sys.argv[1]) if len(sys.argv) > 1 else 12000


async def on_connect(reader, writer):
    try:
        while line := await reader.readline():
            print("message:", line.decode().rstrip("\r\n"))
    except ConnectionError as error:
        print("connection lost:", error)
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(on_connect, None, PORT)
    print("listening on port", PORT)
    await server.serve_forever()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass
