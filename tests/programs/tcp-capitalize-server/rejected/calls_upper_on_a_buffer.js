// fails: replies-in-capitals
// diagnosis: node_error
// mistake: 'data' events bring a Buffer, which has no toUpperCase().
const net = require('net');
net.createServer(socket => {
  socket.on('data', data => {
    socket.write(data.toUpperCase());
  });
}).listen(process.argv[2]);
