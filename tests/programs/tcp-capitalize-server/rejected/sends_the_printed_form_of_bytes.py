# fails: replies-in-capitals
# diagnosis: sends_printed_form_of_bytes
# mistake: str() of bytes is "b'...'" with the quotes; decode() gives the text.
import socket
import sys

sock = socket.create_server(("", int(sys.argv[1])))
print("Waiting...")
while True:
    conn, addr = sock.accept()
    with conn:
        data = conn.recv(1024)
        text = str(data.upper())
        print("Answer:", text)
        conn.sendall(text.encode())
