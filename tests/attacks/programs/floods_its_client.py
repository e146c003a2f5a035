# attack: answers with a gigabyte
# exercise: tcp-capitalize-server
# verdict: failed
# contained: A B C D E
# load: heavy
# places: A
import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
print("tried", flush=True)
connection, _ = listener.accept()
block = b"X" * 65536
for _ in range(1 << 14):
    connection.sendall(block)
