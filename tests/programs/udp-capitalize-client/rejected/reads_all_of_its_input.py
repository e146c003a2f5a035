# fails: sends-the-text, prints-the-reply
# diagnosis: waits_for_the_keyboard
# mistake: read() goes on until the input has ended, and whoever types waits for the reply.
import socket
import sys

text = sys.stdin.read()
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.sendto(text.strip().encode(), (sys.argv[1], int(sys.argv[2])))
print("From server:", sock.recvfrom(2048)[0].decode())
