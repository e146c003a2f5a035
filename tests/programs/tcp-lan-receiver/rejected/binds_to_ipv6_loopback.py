# fails: hears-this-computer, hears-another-computer
# diagnosis: hears_ipv6_only, bound_to_loopback_only
# mistake: ::1 is this computer only, as 127.0.0.1 is.
import socket
import sys

receiver = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
receiver.bind(("::1", int(sys.argv[1])))
receiver.listen()
while True:
    connection, address = receiver.accept()
    with connection:
        try:
            while data := connection.recv(1024):
                print(data.decode(), flush=True)
        except ConnectionError:
            print("gone:", address[0])
