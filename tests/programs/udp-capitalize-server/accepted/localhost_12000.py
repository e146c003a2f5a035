# The port and the address are written in; each request is logged.
import socket
import time

HOST = "localhost"
PORT = 12000
BUFFER = 64 * 1024

print("Starting up ...")
time.sleep(1)

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind((HOST, PORT))
print("Server is up, listening on %s:%d" % (HOST, PORT))

try:
    while True:
        data, client = server.recvfrom(BUFFER)
        print("%d bytes from %s" % (len(data), client))
        server.sendto(data.upper(), client)
except KeyboardInterrupt:
    print("Bye")
finally:
    server.close()
