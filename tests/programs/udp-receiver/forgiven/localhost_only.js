// UDP receiver
// oddity: bind() is given 'localhost', so other computers are not heard.
// fails: listens-on-every-address
const dgram = require('dgram');

const PORT = Number(process.argv[2]);
const socket = dgram.createSocket('udp4');

socket.on('message', (message) => {
  console.log('Received: ' + message.toString());
});

socket.bind(PORT, 'localhost');
