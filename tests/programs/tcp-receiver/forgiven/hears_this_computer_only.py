# fails: arrives-in-pieces, listens-on-every-address
# oddity: It is bound to 127.0.0.1, so senders on other computers are refused.
import socket
import sys

HOST = "127.0.0.1"
PORT = int(sys.argv[1])

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((HOST, PORT))
    s.listen()
    print("Listening on", (HOST, PORT))
    while True:
        conn, addr = s.accept()
        with conn:
            try:
                data = conn.recv(1024)
                print("Received:", data.decode())
            except ConnectionError:
                print("The connection was lost")
