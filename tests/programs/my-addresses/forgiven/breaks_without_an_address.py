# fails: without-an-address, two-addresses
# oddity: ioctl() fails for an interface without an address, and knows the first of several only.
import fcntl
import socket
import struct

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for index, name in socket.if_nameindex():
    packed = fcntl.ioctl(s.fileno(), 0x8915, struct.pack("256s", name.encode()))
    print(name, socket.inet_ntoa(packed[20:24]))
