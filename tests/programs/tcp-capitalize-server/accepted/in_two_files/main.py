import sys

from server import Capitals, Server

if __name__ == "__main__":
    with Server(("", int(sys.argv[1])), Capitals) as server:
        server.serve_forever()
