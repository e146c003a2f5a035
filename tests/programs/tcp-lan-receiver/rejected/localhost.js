// fails: hears-this-computer, hears-another-computer
// diagnosis: hears_ipv6_only, bound_to_loopback_only
// mistake: listen(port, 'localhost') hears this computer only.
const net = require('net');

const port = Number(process.argv[2]);
const server = net.createServer((socket) => {
  socket.on('data', (data) => console.log(`${data}`));
  socket.on('error', () => {});
});
server.listen(port, 'localhost', () => console.log('ready'));
