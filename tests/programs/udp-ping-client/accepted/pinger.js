// UDP ping client: events and timers.
const dgram = require('dgram');

const [host, port] = process.argv.slice(2);
const socket = dgram.createSocket('udp4');
let number = 0;
let lost = 0;
let sent;
let timer;

function next() {
  number += 1;
  if (number > 10) {
    console.log(`Loss: ${lost * 10}%`);
    socket.close();
    return;
  }
  sent = process.hrtime.bigint();
  socket.send(`Ping ${number} ${new Date().toISOString()}`, Number(port), host);
  timer = setTimeout(() => {
    lost += 1;
    console.log('Request timed out');
    next();
  }, 1000);
}

socket.on('message', (message) => {
  const parts = message.toString().split(' ');
  if (parts[0] !== 'Ping' || Number(parts[1]) !== number) return;
  clearTimeout(timer);
  console.log(`Ping ${number}: RTT = ${Number(process.hrtime.bigint() - sent) / 1e6} ms`);
  next();
});

next();
