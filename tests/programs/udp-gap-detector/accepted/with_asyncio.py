# UDP gap detector: asyncio, numbers kept as text
import asyncio
import sys

came = set()
last = -1


class Detector(asyncio.DatagramProtocol):
    def datagram_received(self, data, addr):
        global last
        seq, _, text = data.decode().partition(" ")
        if seq == "":
            return
        if seq in came:
            sys.stdout.write("doubled " + seq + "\n")
            return
        came.add(seq)
        sys.stdout.write(text + "\n")
        if int(seq) < last:
            sys.stdout.write("late " + seq + "\n")
            return
        for lost in range(last + 1, int(seq)):
            sys.stdout.write("missing " + str(lost) + "\n")
        last = int(seq)


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_datagram_endpoint(Detector, local_addr=("0.0.0.0", int(sys.argv[1])))
    await asyncio.Event().wait()


asyncio.run(main())
