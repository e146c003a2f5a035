// UDP sender
// mistake: send() only starts the sending; process.exit() comes before the datagram leaves.
// fails: message-arrives
// diagnosis: never_sends
const dgram = require('dgram');

const host = process.argv[2];
const port = Number(process.argv[3]);
const message = process.argv[4];

const socket = dgram.createSocket('udp4');
socket.send(message, port, host);
console.log('sent: ' + message);
process.exit(0);
