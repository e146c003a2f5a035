# A TCP client that guesses a number.
# Run it with:  python3 client.py HOST PORT
import socket
import sys

if len(sys.argv) != 3:
    sys.exit("usage: python3 client.py HOST PORT")

host = ""  # fill in: the address of the server, from the first argument (sys.argv[1])
port = 0   # fill in: the port of the server, from the second argument, as a number

if port == 0:
    sys.exit("Fill in the host and the port first.")

# fill in: catch the OSError of whatever fails, say so, and end with exit status 1, as sys.exit("...") does
connection = socket.create_connection((host, port))

low = 1      # the lowest number that is possible
high = 1000  # the highest one

# fill in: again and again
#   - guess the middle of what is left, a whole number, and send it with a line end, as bytes
#   - receive until a line end is there; an empty recv() means that the server has left
#   - HIGHER and LOWER say which numbers are left; RIGHT ends the game

# fill in: say QUIT, and print the number
connection.close()
