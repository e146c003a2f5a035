# fails: replies-in-capitals
# diagnosis: leaves_some_letters
# mistake: range(ord('a'), ord('z')) ends before the z.
import socket
import sys

small = [chr(c) for c in range(ord('a'), ord('z'))]


def capitals(text):
    result = ''
    for letter in text:
        if letter in small:
            letter = chr(ord(letter) - 32)
        result += letter
    return result


server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(('', int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    while True:
        data = connection.recv(4096)
        if not data:
            break
        connection.sendall(capitals(data.decode('latin-1')).encode('latin-1'))
    connection.close()
