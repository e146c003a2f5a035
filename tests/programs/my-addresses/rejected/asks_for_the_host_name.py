# fails: one-interface, each-interface
# diagnosis: looks_up_the_host_name
# mistake: The host's name stands for one address in a file.
import socket

name = socket.gethostname()
print("Computer:", name)
print("IP address:", socket.gethostbyname(name))
