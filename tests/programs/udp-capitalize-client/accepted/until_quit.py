# Asks again and again, until "quit"; the end of the input ends it with a traceback.
from socket import *
import sys

clientSocket = socket(AF_INET, SOCK_DGRAM)
clientSocket.connect((sys.argv[1], int(sys.argv[2])))

while True:
    text = input("\033[1mText (quit to leave): \033[0m")
    if text == "quit":
        break
    clientSocket.send(text.encode())
    print("Server says >>>", clientSocket.recv(8192).decode(), "<<<")

clientSocket.close()
