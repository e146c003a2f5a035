# mistake: join() waits for the end of the thread, so the main program serves one client at a time after all.
# fails: silent-client
# diagnosis: serves_one_at_a_time
import socket
import sys
import threading

def talk(conn):
    while data := conn.recv(1024):
        conn.sendall(data.upper())
    conn.close()

server = socket.create_server(("", int(sys.argv[1])))
while True:
    conn, addr = server.accept()
    thread = threading.Thread(target=talk, args=(conn,))
    thread.start()
    thread.join()
