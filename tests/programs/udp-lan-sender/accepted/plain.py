# Sends one message by UDP.
# python3 plain.py HOST PORT MESSAGE
import socket
import sys

if len(sys.argv) != 4:
    print("Usage: python3 plain.py HOST PORT MESSAGE")
    sys.exit(1)

host = sys.argv[1]
port = int(sys.argv[2])
message = sys.argv[3]

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(message.encode(), (host, port))
sock.close()
