# Sends each line that is typed as one datagram, until the end of the input (Ctrl-D).
import socket
import sys


def main():
    host, port = sys.argv[1], int(sys.argv[2])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        while True:
            try:
                line = input("> ")
            except EOFError:
                print()
                break
            sock.sendto(line.encode(), (host, port))


if __name__ == "__main__":
    main()
