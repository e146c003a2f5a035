const dgram = require('dgram');

const PORT = Number(process.argv[2]) || 12000;
const server = dgram.createSocket('udp4');

server.on('listening', () => {
  console.log('UDP server listening on port ' + server.address().port);
});

server.on('message', (message, remote) => {
  const reply = message.toString('utf8').toUpperCase();
  server.send(reply, remote.port, remote.address, (err) => {
    if (err) console.error('send failed:', err.message);
  });
});

server.bind(PORT);
