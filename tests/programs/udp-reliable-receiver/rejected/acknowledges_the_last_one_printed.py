# UDP receiver
# mistake: The acknowledgement has the number of the last line that was printed, whatever has come.
# fails: acknowledges-again, answers-where-it-was-asked
# diagnosis: acknowledges_with_another_number
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
expected = 0
while True:
    data, address = sock.recvfrom(2048)
    number, text = data.decode().split(" ", 1)
    if int(number) == expected:
        print(text, flush=True)
        expected += 1
    sock.sendto(f"ACK {expected - 1}".encode(), address)
