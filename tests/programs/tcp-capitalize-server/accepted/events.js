const net = require('net');

const port = Number(process.argv[2]) || 3000;

const server = net.createServer((socket) => {
  const name = `${socket.remoteAddress}:${socket.remotePort}`;
  console.log(`${name} connected`);

  socket.on('data', (data) => {
    socket.write(data.toString().toUpperCase());
  });

  socket.on('end', () => console.log(`${name} left`));
  socket.on('error', (err) => console.log(`${name}: ${err.message}`));
});

server.listen(port, () => console.log(`Server listening on port ${port}`));
