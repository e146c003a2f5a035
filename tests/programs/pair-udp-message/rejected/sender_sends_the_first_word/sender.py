# fails: message-arrives
# diagnosis: first_word_only
# blamed: sender
# mistake: split() makes a list of words, and only the first one is sent.
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
words = sys.argv[3].split()
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.sendto(words[0].encode(), (host, port))
s.close()
