// UDP sender
// mistake: The socket stays open, and Node runs as long as a socket is open.
// fails: ends-by-itself
// diagnosis: keeps_its_socket_open
const dgram = require('dgram');

const host = process.argv[2];
const port = parseInt(process.argv[3]);
const message = Buffer.from(process.argv[4]);

const socket = dgram.createSocket('udp4');
socket.send(message, 0, message.length, port, host, (err, bytes) => {
  if (err) throw err;
  console.log(`sent ${bytes} bytes to ${host}:${port}`);
});
