import socket, sys

address = (sys.argv[1], int(sys.argv[2]))
text = ' '.join(sys.argv[3:]) or 'ping'
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    s.bind(('', 0))
    s.settimeout(5)
    s.sendto(text.encode('utf-8') + b'\n', address)
    try:
        data, _ = s.recvfrom(65535)
    except socket.timeout:
        sys.exit('no reply')
    print(f'got {len(data)} bytes\n{data.decode("utf-8")}')
