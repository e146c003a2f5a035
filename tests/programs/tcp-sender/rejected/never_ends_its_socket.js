// fails: ends-by-itself
// diagnosis: keeps_its_socket_open
// mistake: write() leaves the connection open, and an open connection keeps the program alive; end() is missing.
const net = require('net');

const [, , host, port, message] = process.argv;

const socket = net.createConnection(port, host, () => {
  console.log('connected to', host, port);
  socket.write(message);
});

socket.on('error', (error) => console.log(error.message));
