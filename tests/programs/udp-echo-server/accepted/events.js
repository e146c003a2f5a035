// An event for each datagram, on a socket for IPv6 and IPv4.
const socket = require('dgram').createSocket('udp6');
socket.on('message', (data, client) => socket.send(data, client.port, client.address));
socket.bind(Number(process.argv[2]));
