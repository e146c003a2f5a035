const net = require('net');
const readline = require('readline');

const [myPort, host, port] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
const sockets = new Set();

function use(socket) {
  sockets.add(socket);
  socket.setEncoding('utf8');
  socket.on('data', (text) => process.stdout.write(`* ${text}`));
  socket.on('error', () => {});
  socket.on('close', () => sockets.delete(socket));
}

net.createServer(use).listen(myPort);

const out = net.connect(port, host);
out.on('connect', () => use(out));
out.on('error', () => console.log('nobody there yet'));

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const last = [...sockets].pop();
  if (last) last.write(line + '\n');
  else console.log('(nobody hears that)');
});
