# Prints the IPv4 address of each network interface.
import socket
import subprocess

# This is the name of the host, and what stands for it in a file: not what is asked for.
print(socket.gethostbyname(socket.gethostname()))

# fill in: run "ip -4 addr" (see subprocess.run() and its capture_output) and print the addresses in its output,
#          or go through socket.if_nameindex() and ask for the address of each (fcntl.ioctl(), SIOCGIFADDR)
