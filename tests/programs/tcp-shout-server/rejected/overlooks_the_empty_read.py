# recv() that returns nothing is not taken for the end: the loop goes round and round.
# fails: ends-or-goes-on, serves-the-next, says-so-at-the-end-too, closes-the-connection
# diagnosis: spins, stays_with_the_first_client
import socket
import sys

s = socket.socket()
s.bind(("", int(sys.argv[1])))
s.listen()
while True:
    conn, addr = s.accept()
    try:
        while True:
            data = conn.recv(1024)
            conn.sendall(data.upper())
    except ConnectionResetError:
        print("Connection dropped.")
        conn.close()
