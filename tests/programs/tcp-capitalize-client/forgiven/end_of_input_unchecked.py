# fails: ends-when-done, server-stays, server-hangs-up
# oddity: At the end of its input readline() returns an empty text for ever, and so does the loop.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
sock.connect((sys.argv[1], int(sys.argv[2])))

while True:
    line = sys.stdin.readline().rstrip("\n")
    if line == "exit":
        break
    data = line.encode()
    sock.sendall(data)
    reply = b""
    while len(reply) < len(data):
        part = sock.recv(1024)
        if not part:
            break
        reply += part
    print("Reply:", reply.decode())

sock.close()
