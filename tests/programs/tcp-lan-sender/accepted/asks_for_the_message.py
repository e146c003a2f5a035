#!/usr/bin/env python3
import socket
import sys

HOST = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
PORT = int(sys.argv[2]) if len(sys.argv) > 2 else 5000


def main():
    try:
        with socket.create_connection((HOST, PORT)) as s:
            text = input("Message to send: ")
            s.sendall((text + "\n").encode("utf-8"))
    except ConnectionRefusedError:
        print("Nobody listens there. Start the receiver first.")
        return 1
    print("Message sent.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
