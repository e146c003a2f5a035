// UDP receiver
// mistake: bind(port, 'localhost') hears this computer only.
// fails: hears-another-computer
// diagnosis: bound_to_loopback_only
const dgram = require('dgram');
const socket = dgram.createSocket('udp4');
socket.on('message', (message) => console.log(message.toString()));
socket.bind(Number(process.argv[2]), 'localhost');
