// UDP receiver
const dgram = require('dgram');

const server = dgram.createSocket('udp4');
const received = [];

server.on('message', (msg, rinfo) => {
  const match = /^(\d+) ([^]*)$/.exec(msg.toString());
  if (!match) return;
  const seq = Number(match[1]);
  if (received[seq] === undefined) {
    received[seq] = match[2];
    console.log(match[2]);
  }
  server.send(Buffer.from('ACK ' + seq), rinfo.port, rinfo.address);
});

server.on('listening', () => console.log('listening on', server.address().port));
server.bind(process.argv[2]);
