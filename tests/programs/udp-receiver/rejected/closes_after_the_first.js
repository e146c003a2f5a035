// UDP receiver
// mistake: once() handles one message, and then the socket is closed.
// fails: prints-one-after-another
// diagnosis: stops_after_one
const dgram = require('dgram');

const port = Number(process.argv[2]);
const socket = dgram.createSocket('udp4');

socket.once('message', (message, remote) => {
  console.log(`${remote.address}:${remote.port} ${message}`);
  socket.close();
});
socket.bind(port);
