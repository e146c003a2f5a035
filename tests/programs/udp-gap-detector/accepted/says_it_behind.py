# "2 is missing" in place of "missing 2".
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected, missing = 0, set()
while True:
    data, _ = sock.recvfrom(65535)
    number, _, text = data.decode(errors="replace").partition(" ")
    if not number.isdigit():
        continue
    seq = int(number)
    if seq >= expected:
        for lost in range(expected, seq):
            print(f"Packet #{lost} is missing", flush=True)
            missing.add(lost)
        expected = seq + 1
        print(f"[{seq}] {text}", flush=True)
    elif seq in missing:
        missing.remove(seq)
        print(f"Packet #{seq} is late", flush=True)
        print(f"[{seq}] {text}", flush=True)
    else:
        print(f"Packet #{seq} is doubled", flush=True)
