# mistake: The threads share a global variable: after the next accept() all of them talk on the newest connection.
# fails: takes-turns, closes-the-connection
# diagnosis: answers_another_client, leaves_the_connection_open
import socket
import sys
import threading

def talk():
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(data.upper())

server = socket.socket()
server.bind(("", int(sys.argv[1])))
server.listen()
while True:
    conn, addr = server.accept()
    threading.Thread(target=talk, daemon=True).start()
