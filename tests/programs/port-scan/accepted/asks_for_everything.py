import socket

host = input("Host to scan: ")
first = int(input("First port: "))
last = int(input("Last port: "))
for port in range(first, last + 1):
    s = socket.socket()
    try:
        s.connect((host, port))
        print("open:", port)
    except ConnectionRefusedError:
        pass
    finally:
        s.close()
