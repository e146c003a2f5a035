# fails: ten-at-once
# oddity: A pool of four threads serves four clients at once, not ten.
import socket
import sys
from concurrent.futures import ThreadPoolExecutor

def talk(conn):
    with conn:
        try:
            while data := conn.recv(2000):
                conn.sendall(data.upper())
        except OSError:
            pass

with socket.create_server(("", int(sys.argv[1]))) as server, ThreadPoolExecutor(4) as pool:
    while True:
        pool.submit(talk, server.accept()[0])
