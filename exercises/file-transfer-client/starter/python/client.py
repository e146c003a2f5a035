# A TCP client that fetches a file.
# Run it with:  python3 client.py HOST PORT FILE
import socket
import sys
import zlib

if len(sys.argv) != 4:
    sys.exit("usage: python3 client.py HOST PORT FILE")

host = ""  # fill in: the address of the server, from the first argument (sys.argv[1])
port = 0   # fill in: the port of the server, from the second argument, as a number
name = ""  # fill in: the name of the file, from the third argument

if port == 0:
    sys.exit("Fill in the host, the port and the name first.")

# fill in: catch the OSError of whatever fails, say so, and end with exit status 1, as sys.exit("...") does
connection = socket.create_connection((host, port))
# fill in: send GET, a space, the name and a line end, as bytes

answer = b""
# fill in: receive until the line end is there; what stands behind it belongs to the file;
# an empty recv() means that the server has left
# fill in: is it ERROR? Else it is the length

content = b""
# fill in: go on until as many bytes are there as the server said

line = "SUM %08x\n" % zlib.crc32(content)
# fill in: send the line, and look whether the server says SAME
# fill in: write the file as bytes (open it with "wb")
connection.close()
