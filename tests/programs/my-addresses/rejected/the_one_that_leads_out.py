# fails: each-interface
# diagnosis: prints_some_addresses_only
# mistake: The address from which packets go out is one of them, not all.
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.connect(("8.8.8.8", 80))
print(s.getsockname()[0])
s.close()
