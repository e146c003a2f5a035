// fails: finds-what-listens, first-and-last
// diagnosis: scans_another_range
// mistake: The port is counted up before the first one has been looked at.
const net = require('net');
const [host, first, last] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
let port = first;
function next() {
  port++;
  if (port > last) return;
  const socket = net.connect(port, host);
  socket.on('connect', () => { console.log('open', port); socket.destroy(); next(); });
  socket.on('error', next);
}
next();
