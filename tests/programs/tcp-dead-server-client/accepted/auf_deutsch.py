# Says in German that the server has died.
import socket
import sys

try:
    verbindung = socket.create_connection((sys.argv[1], int(sys.argv[2])))
    for zeile in sys.stdin:
        verbindung.sendall(zeile.encode())
        antwort = verbindung.recv(1024)
        if not antwort:
            raise OSError
        print("Vom Server:", antwort.decode().strip(), flush=True)
except OSError:
    print("Der Server ist gestorben.")
    sys.exit(1)
