// fails: replies-in-capitals
// diagnosis: adds_words
// mistake: A client takes the greeting for the reply.
const net = require('net');
net.createServer(s => {
  s.write('Welcome to the capital server!\r\n');
  s.on('data', d => s.write(d.toString().toUpperCase()));
  s.on('error', () => {});
}).listen(process.argv[2]);
