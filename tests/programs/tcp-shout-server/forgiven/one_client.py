# fails: survives-a-reset, serves-the-next, says-so-at-the-end-too
# oddity: One client is accepted, and the server ends with it; only a reset is called dropped.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", port))
server.listen()
client, where = server.accept()
print("Connected:", where)
try:
    while True:
        got = client.recv(1000)
        if not got:
            break
        text = got.decode("utf-8")
        print("Received:", text)
        shouted = text.upper()
        client.sendall(shouted.encode("utf-8"))
        print("Sent:", shouted)
except ConnectionResetError:
    print("Connection dropped.")
client.close()
server.close()
