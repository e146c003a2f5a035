# fails: goes-on-to-the-next-sender
# diagnosis: stops_after_one
# mistake: accept() is not inside a loop, so the receiver ends after the first sender.
import socket
import sys

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("", int(sys.argv[1])))
s.listen(1)
print("waiting for a sender")
conn, addr = s.accept()
print("connected:", addr)
while True:
    data = conn.recv(1024)
    if not data:
        break
    print("received:", data.decode())
conn.close()
s.close()
