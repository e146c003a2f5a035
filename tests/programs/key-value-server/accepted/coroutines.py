# asyncio: one thread, a coroutine for each client. Each answer goes out line by line.
import asyncio
import shlex
import sys

store = {}


async def words_of(reader):
    line = await reader.readuntil(b'\n')
    if line[:1] != b'*':
        return [word.encode('latin-1') for word in shlex.split(line.decode('latin-1'))]
    words = []
    for _ in range(int(line[1:])):
        size = int((await reader.readline())[1:])
        words.append((await reader.readexactly(size + 2))[:-2])
    return words


def lines_of(words):
    command = words[0].decode('latin-1').upper()
    if command == 'SET' and len(words) == 3:
        store[words[1]] = words[2]
        return [b'+OK']
    if command == 'GET' and len(words) == 2:
        value = store.get(words[1])
        return [b'$-1'] if value is None else [b'$%d' % len(value), value]
    if command == 'DEL' and len(words) == 2:
        return [b':1' if store.pop(words[1], None) is not None else b':0']
    if command == 'KEYS' and len(words) == 2:
        lines = [b'*%d' % len(store)]
        for key in store:
            lines += [b'$%d' % len(key), key]
        return lines
    if command == 'QUIT':
        return [b'+OK']
    return [b'-ERR unknown command or wrong number of arguments']


async def serve(reader, writer):
    try:
        while True:
            words = await words_of(reader)
            if words:
                for line in lines_of(words):
                    writer.write(line + b'\r\n')
                    await writer.drain()
                if words[0].upper() == b'QUIT':
                    break
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, '0.0.0.0', int(sys.argv[1]), limit=1 << 20)
    async with server:
        await server.serve_forever()


asyncio.run(main())
