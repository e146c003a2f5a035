// What comes is piped back.
const server = require('net').createServer({ allowHalfOpen: true }, socket => {
  socket.on('error', () => socket.destroy());
  socket.pipe(socket);
});
server.listen(Number(process.argv[2]));
