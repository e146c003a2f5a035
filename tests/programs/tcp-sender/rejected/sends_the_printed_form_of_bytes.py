# fails: message-arrives
# diagnosis: sends_printed_form_of_bytes
# mistake: str() of bytes is "b'...'", so a b and two quotes arrive around the text.
import socket
import sys

message = sys.argv[3].encode()
print("Sending", message)
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as sock:
    sock.sendall(str(message).encode())
