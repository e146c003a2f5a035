# asyncio: a coroutine for each browser; a file leaves in pieces, each when the one before has been taken.
import asyncio
import mimetypes
import os
import sys

ROOT = os.path.realpath('www')


async def respond(writer, path):
    name = os.path.realpath(ROOT + ('/index.html' if path == '/' else path))
    if not name.startswith(ROOT + '/') or not os.path.isfile(name):
        writer.write(b'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 5\r\n\r\nNone\n')
        return
    kind = mimetypes.guess_type(name)[0] or 'application/octet-stream'
    writer.write(f'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: {kind}\r\n'.encode())
    writer.write(f'Content-Length: {os.path.getsize(name)}\r\n\r\n'.encode())
    with open(name, 'rb') as file:
        while piece := file.read(10000):
            writer.write(piece)
            await writer.drain()


async def serve(reader, writer):
    try:
        request = await reader.readuntil(b'\r\n\r\n')
        await respond(writer, request.split()[1].decode('latin-1'))
        await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError, IndexError) as error:
        print('a browser less:', error)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '0.0.0.0', int(sys.argv[1]), backlog=200)
    async with server:
        await server.serve_forever()


asyncio.run(main())
