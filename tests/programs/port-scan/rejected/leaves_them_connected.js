// fails: ends-by-itself
// diagnosis: keeps_its_socket_open
// mistake: The sockets that have connected are never closed, so the program never ends.
const net = require('net');

const [host, first, last] = process.argv.slice(2);
for (let port = Number(first); port <= Number(last); port++) {
  const socket = net.createConnection(port, host);
  socket.on('connect', () => console.log(`Port ${port} is open`));
  socket.on('error', () => {});
}
