// By half a day: 9:41:07 PM.
const socket = require('dgram').createSocket('udp4');
socket.on('message', (data, client) => {
  socket.send(new Date().toLocaleString('en-US') + '\n', client.port, client.address);
});
socket.bind(Number(process.argv[2]));
