// UDP capitalize server
// oddity: It reads each byte as a Latin-1 letter, which changes bytes of letters that take two or three.
// fails: not-ascii
const dgram = require('dgram');
const server = dgram.createSocket('udp4');

server.on('message', (msg, rinfo) => {
  const text = msg.toString('latin1').toUpperCase();
  const reply = Buffer.from(text, 'latin1');
  server.send(reply, 0, reply.length, rinfo.port, rinfo.address);
});

server.bind(Number(process.argv[2]), () => console.log('ready'));
