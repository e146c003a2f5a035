// fails: replies-in-capitals
// diagnosis: names_a_function_without_calling_it
// mistake: toUpperCase is named but not called, so the source of a function is sent.
const net = require('net');

const server = net.createServer(socket => {
  socket.on('data', data => {
    const text = data.toString();
    console.log('received:', text);
    socket.write(`${text.toUpperCase}`);
  });
  socket.on('error', () => socket.destroy());
});

server.listen(process.argv[2] || 5000);
