// UDP capitalize server
// mistake: The reply goes to the sender's host, but to the server's port plus one.
// fails: replies-in-capitals
// diagnosis: replies_to_wrong_address
const dgram = require('dgram');

const PORT = parseInt(process.argv[2]);
const CLIENT_PORT = PORT + 1;

const server = dgram.createSocket('udp4');
server.on('message', (message, remote) => {
  const reply = Buffer.from(message.toString().toUpperCase());
  server.send(reply, CLIENT_PORT, remote.address);
});
server.bind(PORT);
