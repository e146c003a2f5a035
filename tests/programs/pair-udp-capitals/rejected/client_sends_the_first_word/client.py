# fails: capitals-come-back
# diagnosis: first_word_only
# blamed: client
# mistake: split() makes a list of words, and only the first one is sent.
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sentence = input("Sentence: ").split()
sock.sendto(sentence[0].encode(), (sys.argv[1], int(sys.argv[2])))
reply, server = sock.recvfrom(2048)
print(reply.decode())
