# fails: hears-this-computer, hears-both
# diagnosis: bound_to_one_address
# mistake: The address of the author's laptop is written in: one interface of one computer.
import socket
import sys

HOST = "192.168.1.7"  # from ipconfig
PORT = int(sys.argv[1])

with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((HOST, PORT))
    s.listen()
    print("listening on", HOST, PORT)
    while True:
        conn, addr = s.accept()
        with conn:
            data = conn.recv(1024)
            print(addr, data.decode())
