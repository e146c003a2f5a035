# fails: listens-on-every-address
# oddity: It hears this computer only.
import socket, sys, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("localhost", int(sys.argv[1])))
s.settimeout(0.5)
while True:
    try:
        print(s.recv(1000).decode())
    except socket.timeout:
        print("...")
