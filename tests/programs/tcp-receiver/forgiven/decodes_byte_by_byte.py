# fails: not-ascii
# diagnosis: loses_letters_beyond_ascii
# oddity: It reads and decodes one byte at a time; a letter of two bytes is none in either of them.
import socket
import sys

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen(5)
while True:
    connection, address = server.accept()
    try:
        byte = connection.recv(1)
        while byte:
            print(byte.decode(errors="ignore"), end="", flush=True)
            byte = connection.recv(1)
    except ConnectionError:
        pass
    print(flush=True)
    connection.close()
