# fails: ends-by-itself
# diagnosis: waits_for_a_reply
# mistake: The sender waits for a reply, but the receiver never sends one.
import socket
import sys

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((sys.argv[1], int(sys.argv[2])))
client.sendall(sys.argv[3].encode())
answer = client.recv(1024)
print("Answer:", answer.decode())
client.close()
