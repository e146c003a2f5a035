# attack: answers a byte at a time, and never comes to an end
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# places: A E
import socket
import sys
import time

listener = socket.create_server(("", int(sys.argv[1])))
print("tried", flush=True)
connection, _ = listener.accept()
connection.recv(4096)
while True:
    connection.sendall(b"H")
    time.sleep(0.02)
