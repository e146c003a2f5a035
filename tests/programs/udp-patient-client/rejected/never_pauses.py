# fails: sends-again-and-again
# diagnosis: floods
# mistake: the loop that sends has no pause, and fills the network with thousands of messages a second.
import socket
import sys
import threading

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server = (sys.argv[1], int(sys.argv[2]))


def print_replies():
    while True:
        try:
            reply, sender = sock.recvfrom(2048)
            print("Reply:", reply.decode(), flush=True)
        except ConnectionError:
            print("No answer", flush=True)


number = 1
sock.sendto(b"message 1", server)
threading.Thread(target=print_replies, daemon=True).start()
while True:
    number += 1
    sock.sendto(f"message {number}".encode(), server)
