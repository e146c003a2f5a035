const net = require('net');

const [host, port, ...words] = process.argv.slice(2);
const message = words.join(' ') || 'hello from node';

const socket = net.connect({ host: host || 'localhost', port: Number(port) || 1337 }, () => {
  console.log('connected');
  socket.end(message);
});

socket.on('error', (err) => {
  console.error(err.message);
  process.exitCode = 1;
});
socket.on('close', () => console.log('closed'));
