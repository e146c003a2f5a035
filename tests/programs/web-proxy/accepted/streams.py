# asyncio, all in one thread. Reads until the origin has closed, or until its length is there.
import asyncio
import re
import sys

kept = {}


async def fetch(request):
    reader, writer = await asyncio.open_connection(sys.argv[2], int(sys.argv[3]))
    try:
        writer.write(request)
        await writer.drain()
        head = await reader.readuntil(b'\r\n\r\n')
        length = re.search(rb'(?i)\r\ncontent-length:\s*(\d+)', head)
        body = await (reader.readexactly(int(length[1])) if length else reader.read())
        return head + body
    finally:
        writer.close()


async def serve(reader, writer):
    try:
        request = await reader.readuntil(b'\r\n\r\n')
        method, path, version = request.split(b'\r\n')[0].split(b' ')
        response = kept.get(path)
        if response is None:
            try:
                response = await fetch(request)
            except (OSError, asyncio.IncompleteReadError) as error:
                print('the origin failed:', error)
                response = b'HTTP/1.0 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'
            if response.split(b' ')[1] == b'200':
                kept[path] = response
        writer.write(response)
        await writer.drain()
    except (OSError, ValueError, asyncio.IncompleteReadError) as error:
        print('a browser is gone:', error)
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, '', int(sys.argv[1]))
    await server.serve_forever()


asyncio.run(main())
