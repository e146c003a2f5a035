# fails: two-addresses
# oddity: SIOCGIFADDR knows one address of an interface.
# psutil is not installed everywhere, fcntl is.
import fcntl
import socket
import struct

SIOCGIFADDR = 0x8915

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for index, name in socket.if_nameindex():
    request = struct.pack("256s", name.encode()[:15])
    try:
        address = socket.inet_ntoa(fcntl.ioctl(s.fileno(), SIOCGIFADDR, request)[20:24])
    except OSError:
        continue
    print(f"{name}: {address}")
