# UDP gap detector
# mistake: It counts the datagrams itself and does not look at their numbers.
# fails: says-what-is-missing, says-what-is-doubled
# diagnosis: reports_nothing
import socket
import sys

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))

count = 0
while True:
    data = sock.recv(2048)
    if not data:
        continue
    print("Message", count, "is", data.decode())
    count += 1
