# fails: says-so-at-the-end-too
# oddity: Only a reset is called dropped, not a client that closes its connection.
import socket
import sys

with socket.create_server(("", int(sys.argv[1]))) as server:
    while True:
        conn, addr = server.accept()
        with conn:
            while True:
                try:
                    data = conn.recv(2048)
                    if not data:
                        print("Client said goodbye.")
                        break
                    conn.sendall(data.upper())
                except ConnectionError:
                    print("Connection dropped.")
                    break
