# asks for the address and the port to listen on
import socket

address = input("Listen on which address? ")
port = int(input("And port: "))

listener = socket.create_server((address, port))
print(f"listening on {address}:{port}")
while True:
    sender, where = listener.accept()
    text = b""
    try:
        while part := sender.recv(4096):
            text += part
    except OSError:
        pass
    sender.close()
    if text:
        print(text.decode(errors="replace"), flush=True)
