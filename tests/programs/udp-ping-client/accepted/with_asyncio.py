# UDP ping client: asyncio, and a time limit of 0.3 seconds
import asyncio
import sys
import time


class Pinger(asyncio.DatagramProtocol):
    def __init__(self):
        self.number = None
        self.reply = None

    def datagram_received(self, data, addr):
        words = data.decode().split()
        if len(words) > 1 and words[1] == self.number and not self.reply.done():
            self.reply.set_result(data)


async def main():
    loop = asyncio.get_running_loop()
    transport, pinger = await loop.create_datagram_endpoint(
        Pinger, remote_addr=(sys.argv[1], int(sys.argv[2])))
    times = []
    for seq in map(str, range(1, 11)):
        pinger.number, pinger.reply = seq, loop.create_future()
        start = time.perf_counter()
        transport.sendto(("Ping " + seq + " " + time.ctime()).encode())
        try:
            await asyncio.wait_for(pinger.reply, 0.3)
            times.append(time.perf_counter() - start)
            print("ping", seq, "came back in", times[-1], "s")
        except asyncio.TimeoutError:
            print("Request timed out")
    print("{:.0%} of the pings were lost".format(1 - len(times) / 10))
    if times:
        print("min/avg/max", min(times), sum(times) / len(times), max(times))
    transport.close()


asyncio.run(main())
