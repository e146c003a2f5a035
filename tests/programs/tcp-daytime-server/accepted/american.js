// By half a day: 9:41:07 PM.
require('net')
  .createServer(socket => {
    socket.on('error', () => socket.destroy());
    socket.end(new Date().toLocaleString('en-US') + '\n');
  })
  .listen(Number(process.argv[2]));
