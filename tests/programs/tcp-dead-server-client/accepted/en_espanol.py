# Says in Spanish that the server has died.
import socket
import sys

try:
    conexion = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    while True:
        try:
            linea = input("Texto: ")
        except EOFError:
            break
        conexion.sendall((linea + "\n").encode())
        respuesta = conexion.recv(1024)
        if not respuesta:
            raise ConnectionError
        print("Respuesta:", respuesta.decode().strip(), flush=True)
except OSError:
    print("El servidor se ha caído.")
    sys.exit(1)
