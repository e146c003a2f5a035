# One request for each line of standard input.
import socket
import sys


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: client.py HOST PORT")
    server = (sys.argv[1], int(sys.argv[2]))
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for line in sys.stdin:
        sock.sendto(line.rstrip("\n").encode(), server)
        reply, _ = sock.recvfrom(4096)
        print(reply.decode(), flush=True)
    sock.close()


main()
