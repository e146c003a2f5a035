# fails: ends-when-done
# oddity: It closes its sending side behind the text, and reads for five seconds at the most until the server closes.
import socket, sys
s = socket.create_connection((sys.argv[1], int(sys.argv[2])))
s.settimeout(5)
s.sendall(input("> ").encode())
s.shutdown(socket.SHUT_WR)
data = b""
while True:
    part = s.recv(4096)
    if not part:
        break
    data += part
print(data.decode())
