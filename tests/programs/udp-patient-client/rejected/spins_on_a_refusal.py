# fails: pauses-while-it-is-away
# diagnosis: floods
# mistake: the pause stands behind the reply only, and a refusal comes at once.
import socket
import sys
import time

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect((sys.argv[1], int(sys.argv[2])))
sock.settimeout(1)
number = 0
while True:
    number += 1
    try:
        sock.send(f"message {number}".encode())
        reply = sock.recv(2048)
        print("Reply:", reply.decode(), flush=True)
        time.sleep(1)
    except ConnectionRefusedError:
        print("No answer", flush=True)
    except socket.timeout:
        print("No answer", flush=True)
