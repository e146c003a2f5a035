# fails: replies-in-capitals
# diagnosis: reply_is_only_printed
# mistake: The capitals are printed, but not sent to the client.
import socket

HOST, PORT = "localhost", 9999

with socket.socket() as server:
    server.bind((HOST, PORT))
    server.listen()
    print(f"[*] Listening on {HOST}:{PORT}")
    while True:
        client, address = server.accept()
        print(f"[*] {address} connected")
        with client:
            while True:
                data = client.recv(1024)
                if not data:
                    break
                reply = data.decode().upper()
                print("[*] Reply:", reply)
