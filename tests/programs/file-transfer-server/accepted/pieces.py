# asyncio; the file is never whole in memory, and the checksum grows with each odd piece that leaves.
import asyncio
import pathlib
import sys
import zlib

port, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()


async def give(path, writer):
    total = 0
    with path.open('rb') as file:
        writer.write(f'SIZE {path.stat().st_size}'.encode())
        await writer.drain()
        writer.write(b'\n')
        while piece := file.read(1237):
            total = zlib.crc32(piece, total)
            writer.write(piece)
            await writer.drain()
    return total


async def serve(reader, writer):
    total = None
    try:
        while True:
            line = (await reader.readuntil(b'\n')).decode('utf-8', 'replace').strip()
            command, _, rest = line.partition(' ')
            if command == 'GET' and rest:
                path = (folder / rest).resolve()
                if folder in path.parents and '..' not in rest and path.is_file():
                    total = await give(path, writer)
                else:
                    writer.write(f'ERROR {rest!r} is not here\n'.encode())
            elif command == 'SUM' and rest and total is not None:
                try:
                    writer.write(b'SAME\n' if int(rest, 16) == total else b'DIFFERENT\n')
                except ValueError:
                    writer.write(b'ERROR that is no checksum\n')
            else:
                writer.write(b'ERROR what?\n')
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(serve, '0.0.0.0', port)
    await server.serve_forever()


asyncio.run(main())
