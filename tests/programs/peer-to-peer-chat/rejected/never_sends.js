// fails: you-come-first, you-come-second
// diagnosis: keeps_what_is_typed
// mistake: What is typed is shown, and never written to the socket.
const net = require('net');
const [myPort, host, port] = [Number(process.argv[2]), process.argv[3], Number(process.argv[4])];
function use(socket) {
  socket.on('data', (d) => console.log(d.toString()));
  socket.on('error', () => {});
}
net.createServer(use).listen(myPort);
const out = net.connect(port, host, () => use(out));
out.on('error', () => {});
process.stdin.on('data', (line) => console.log('me:', line.toString()));
