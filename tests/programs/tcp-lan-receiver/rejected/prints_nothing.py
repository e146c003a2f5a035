# fails: hears-this-computer, hears-another-computer
# diagnosis: text_not_printed
# mistake: The message is read and put into a variable, but never printed.
import socket

HOST = ""
PORT = 50007
with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
    s.bind((HOST, PORT))
    s.listen(1)
    while True:
        conn, addr = s.accept()
        print("Connected by", addr)
        message = conn.recv(1024).decode()
        conn.close()
