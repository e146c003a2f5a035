# fails: half-a-minute-of-silence
# diagnosis: ends_after_a_silence
# mistake: The time-out is its end.
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
s.settimeout(25)
try:
    while True:
        d, a = s.recvfrom(65535)
        print("Received:", d.decode("utf-8", "replace"))
except socket.timeout:
    print("nobody there")
