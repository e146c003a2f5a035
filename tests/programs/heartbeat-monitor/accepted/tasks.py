# asyncio: a protocol for what comes, and a task that looks who is missing.
import asyncio
import dataclasses
import re
import sys
import time

LIMIT = int(sys.argv[2])


@dataclasses.dataclass
class Heart:
    number: int = 0
    last: float = 0
    is_said: bool = False

    def is_missing(self):
        return time.time() - self.last >= LIMIT


class Monitor(asyncio.DatagramProtocol):
    def __init__(self):
        self.hearts = {}

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, sender):
        text = data.strip().decode('ascii', 'replace')
        if beat := re.fullmatch(r'ALIVE (\S+) (\d+)', text):
            self.beat(beat[1], int(beat[2]))
        elif bye := re.fullmatch(r'BYE (\S+)', text):
            self.hearts.pop(bye[1], None)
        elif question := re.fullmatch(r'ASK (\S+)', text):
            self.transport.sendto(f'{self.state_of(question[1])} {question[1]}\n'.encode(), sender)
        elif text == 'WHO':
            names = sorted(name for name, heart in self.hearts.items() if heart.is_missing())
            self.transport.sendto(' '.join(['MISSING'] + names).encode() if names else b'ALL ALIVE', sender)

    def beat(self, name, number):
        heart = self.hearts.setdefault(name, Heart())
        if 1 < number <= heart.number:
            return
        heart.number, heart.last = number, time.time()
        if heart.is_said:
            heart.is_said = False
            print(f'{time.ctime()}: BACK {name}')

    def state_of(self, name):
        if name not in self.hearts:
            return 'UNKNOWN'
        return 'MISSING' if self.hearts[name].is_missing() else 'ALIVE'

    async def watch(self):
        while True:
            await asyncio.sleep(0.5)
            for name, heart in self.hearts.items():
                if heart.is_missing() and not heart.is_said:
                    heart.is_said = True
                    print(f'{time.ctime()}: MISSING {name}')


async def main():
    loop = asyncio.get_running_loop()
    _, monitor = await loop.create_datagram_endpoint(Monitor, local_addr=('0.0.0.0', int(sys.argv[1])))
    await monitor.watch()

asyncio.run(main())
