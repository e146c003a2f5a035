import argparse
import socket

parser = argparse.ArgumentParser(description="Ask a UDP server for capitals.")
parser.add_argument("host")
parser.add_argument("port", type=int)
parser.add_argument("text")
args = parser.parse_args()

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.settimeout(5)
    sock.sendto(args.text.encode("utf-8"), (args.host, args.port))
    try:
        reply, address = sock.recvfrom(65535)
        print(f"{address[0]}:{address[1]} replied: {reply.decode('utf-8')}")
    except socket.timeout:
        print("no reply within 5 seconds")
