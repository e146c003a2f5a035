# UDP sender
# mistake: str() of bytes is b'...' with quotes, and that is what is sent.
# fails: reaches-another-computer
# diagnosis: sends_printed_form_of_bytes
import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])
message = sys.argv[3].encode("utf-8")

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    s.sendto(bytes(str(message), "utf-8"), (host, port))
