# fails: hears-another-computer
# diagnosis: closes_before_it_reads
# mistake: Whoever does not come from 127.0.0.1 is turned away.
import socket
import sys

s = socket.socket()
s.bind(("0.0.0.0", int(sys.argv[1])))
s.listen()
while True:
    conn, (host, port) = s.accept()
    if host != "127.0.0.1":
        print("unknown sender", host)
        conn.close()
        continue
    print(conn.recv(4096).decode())
    conn.close()
