# A load balancer: gives each client to one of three servers, in turn.
# Run it with:  python3 balancer.py PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3

from socket import *

# fill in: the port is given on the command line, in sys.argv[1], and the servers behind it
balancerPort = 12000
servers = [('127.0.0.1', 12001), ('127.0.0.1', 12002), ('127.0.0.1', 12003)]

# whose turn it is
turn = 0


def call_next_server():
    # fill in: connect to the server whose turn it is; when it is dead, to the next one; None when all are dead
    return None


# create a TCP socket for the clients to connect to
balancerSocket = socket(AF_INET, SOCK_STREAM)
balancerSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
balancerSocket.bind(('', balancerPort))
balancerSocket.listen()
print('The load balancer is ready')

# fill in: one client after another, and several at once
connection, address = balancerSocket.accept()

# fill in:
#   - call the next server; when there is none, send a line that begins with ERROR
#   - receive the client's line, and send it to the server
#   - receive the server's answer, and send it to the client

connection.close()
