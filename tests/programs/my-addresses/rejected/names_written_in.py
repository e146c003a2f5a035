# fails: one-interface, each-interface
# diagnosis: prints_no_address
# mistake: Two names are written in; another machine calls its interfaces otherwise.
import fcntl
import socket
import struct

s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for name in ("em1", "wlan9"):
    try:
        packed = fcntl.ioctl(s.fileno(), 0x8915, struct.pack("256s", name.encode()))
        print(name, socket.inet_ntoa(packed[20:24]))
    except OSError:
        print(name, "not found")
