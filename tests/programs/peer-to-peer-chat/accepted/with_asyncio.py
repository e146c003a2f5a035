import asyncio
import sys


async def main():
    my_port, host, port = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    writers = []

    async def talk(reader, writer):
        writers.append(writer)
        try:
            while line := await reader.readline():
                print(">>", line.decode().rstrip(), flush=True)
        except ConnectionError:
            pass
        writers.remove(writer)
        writer.close()

    server = await asyncio.start_server(talk, "", my_port)
    try:
        reader, writer = await asyncio.open_connection(host, port)
        asyncio.create_task(talk(reader, writer))
    except OSError:
        print("waiting to be called")

    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        if writers:
            writers[-1].write(line.encode())
            await writers[-1].drain()


asyncio.run(main())
