# mistake: It waits for somebody to type before each message.
# fails: sends-again-and-again
# diagnosis: waits_for_the_keyboard
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.settimeout(1)
while True:
    text = input("Message: ")
    sock.sendto(text.encode(), (sys.argv[1], int(sys.argv[2])))
    try:
        print("Reply:", sock.recvfrom(2048)[0].decode())
    except socket.timeout:
        print("No answer")
