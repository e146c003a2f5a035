// fails: prints-a-message
// diagnosis: shows_an_object
// mistake: console.log() of a Buffer shows its bytes in hexadecimal; toString() is missing.
const net = require('net');

const server = net.createServer((socket) => {
  socket.on('data', (data) => {
    console.log('Received:', data);
  });
  socket.on('error', (err) => {
    console.log(err.message);
  });
});

server.listen(process.argv[2] || 7000, () => {
  console.log('Receiver is listening');
});
