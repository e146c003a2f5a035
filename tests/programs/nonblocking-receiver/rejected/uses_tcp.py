# mistake: It is a TCP server: datagrams do not reach it.
# fails: beats-while-nothing-comes
# diagnosis: wrong_transport
import socket
import sys
import time

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("", int(sys.argv[1])))
server.listen(5)
server.setblocking(False)
while True:
    try:
        connection, address = server.accept()
        print("Received:", connection.recv(1024).decode())
    except BlockingIOError:
        print("heartbeat")
        time.sleep(0.3)
