// fails: listens-on-every-address, after-a-reset
// oddity: It listens on localhost only, and a reset connection is an "error" event that nobody handles.
const net = require('net');
const port = process.argv[2] || 8124;

net.createServer((c) => {
  c.on('data', (data) => {
    console.log(data.toString());
  });
}).listen(port, 'localhost');
