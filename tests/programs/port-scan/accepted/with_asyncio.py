import asyncio
import sys


async def look(host, port):
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), 3)
    except (OSError, asyncio.TimeoutError):
        return None
    writer.close()
    return port


async def main(host, first, last):
    ports = await asyncio.gather(*(look(host, p) for p in range(first, last + 1)))
    for port in ports:
        if port:
            print(port)


asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
