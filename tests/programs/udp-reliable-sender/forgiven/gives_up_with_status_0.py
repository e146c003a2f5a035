# oddity: it gives up after eight resends, says so, and ends as if all had gone well.
# fails: gives-up-with-an-error
# diagnosis: fails_with_status_0
import sys
from socket import AF_INET, SOCK_DGRAM, socket, timeout

host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
s = socket(AF_INET, SOCK_DGRAM)
s.settimeout(0.5)


def deliver(number, line):
    message = f"{number} {line}".encode()
    for attempt in range(9):
        s.sendto(message, (host, port))
        try:
            while True:
                reply, _ = s.recvfrom(1024)
                if reply.decode().strip() == f"ACK {number}":
                    return True
        except timeout:
            print("timeout, attempt", attempt + 1)
    return False


for number, line in enumerate(open(name)):
    if not deliver(number, line.rstrip("\n")):
        print("receiver does not answer, giving up")
        break
s.close()
