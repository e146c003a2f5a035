"""UDP sender with asyncio."""
import asyncio
import sys


class Answers(asyncio.DatagramProtocol):
    def __init__(self):
        self.queue = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.queue.put_nowait(data)


async def wait_for_ack(queue, seq):
    while True:
        data = await queue.get()
        word, number = data.decode().split()
        if word == "ACK" and int(number) == seq:
            return


async def main(host, port, path):
    loop = asyncio.get_running_loop()
    transport, answers = await loop.create_datagram_endpoint(Answers, remote_addr=(host, int(port)))
    with open(path) as file:
        lines = file.read().splitlines()
    for seq, line in enumerate(lines):
        for attempt in range(1, 9):
            transport.sendto(f"{seq} {line}".encode())
            try:
                await asyncio.wait_for(wait_for_ack(answers.queue, seq), timeout=0.3)
                break
            except asyncio.TimeoutError:
                print(f"attempt {attempt} for {seq} failed")
        else:
            sys.exit("giving up")
    transport.close()


asyncio.run(main(*sys.argv[1:4]))
