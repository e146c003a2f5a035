# fails: capitals-come-back
# diagnosis: text_not_printed
# blamed: client
# mistake: The reply is received and thrown away.
import socket
import sys

with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as client:
    text = input("Text: ")
    client.sendall(text.encode())
    client.recv(1024)
    print("Done.")
