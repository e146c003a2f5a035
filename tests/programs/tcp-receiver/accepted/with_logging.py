# Shows the text with the logging module, on standard error.
import logging
import socket
import sys
logging.basicConfig(level=logging.INFO)
s = socket.socket(); s.bind(('', int(sys.argv[1]))); s.listen()
while True:
    c, _ = s.accept()
    try:
        d = b''
        while part := c.recv(1024): d += part
    except OSError: d = b''
    if d: logging.info("received %s", d.decode())
    c.close()
