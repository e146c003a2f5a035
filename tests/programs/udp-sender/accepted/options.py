# Sends one datagram. See --help.
import argparse
import socket

parser = argparse.ArgumentParser(description="UDP sender", add_help=False)
parser.add_argument("-h", "--host", required=True)
parser.add_argument("-p", "--port", type=int, required=True)
parser.add_argument("-m", "--message", required=True, help="what to send")
parser.add_argument("-v", "--verbose", action="store_true")
args = parser.parse_args()

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sent = sock.sendto(args.message.encode("utf-8"), (args.host, args.port))
    if args.verbose:
        print("sent", sent, "bytes")
