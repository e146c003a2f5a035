# fails: one-interface, each-interface
# diagnosis: prints_loopback_only
# mistake: 127.0.0.1 is the one address that every machine has.
import socket

print("lo", socket.gethostbyname("localhost"))
