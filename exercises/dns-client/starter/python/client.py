# DNS client
import socket
import struct
import sys

if len(sys.argv) != 4:
    sys.exit("usage: python3 client.py HOST PORT NAME")

host = ""  # fill in: the address of the server, from the first argument (sys.argv[1])
port = 0   # fill in: the port of the server, from the second argument, as a number
name = ""  # fill in: the name, from the third argument

if port == 0:
    sys.exit("Fill in the host, the port and the name first.")

# The head: id, flags, one question, no answers, no authorities, nothing more.
# "!" has the highest byte first, and H is a number of two bytes.
number = 1  # fill in: another id for each question
question = struct.pack("!6H", number, 0x0100, 1, 0, 0, 0)
# fill in: for each label of the name its length in one byte (bytes([n])) and its letters, then a byte 0
# fill in: the type 1 and the class 1, two bytes each

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# fill in: a time limit of two seconds, and a loop that asks again when nothing has come
sock.sendto(question, (host, port))
answer, server = sock.recvfrom(4096)

answer_id, flags, questions, answers, _, _ = struct.unpack("!6H", answer[:12])
# fill in: is it the answer to this question? Does it say that there is no such name?
# fill in: go over the question, then from record to record; print the addresses
