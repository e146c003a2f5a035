// UDP ping client
// mistake: Every message is a reply; nobody looks at its number.
// fails: a-late-reply-is-late
// diagnosis: takes_any_reply
const dgram = require('dgram');

const socket = dgram.createSocket('udp4');
let received = 0;
let number = 0;
let start = 0;
let timer;

function ping() {
  if (number === 10) {
    console.log(`Packet loss: ${(10 - received) * 10}%`);
    socket.close();
    return;
  }
  number += 1;
  start = Date.now();
  socket.send(`Ping ${number} ${start}`, process.argv[3], process.argv[2]);
  timer = setTimeout(() => {
    console.log('Request timed out');
    ping();
  }, 1000);
}

socket.on('message', () => {
  received += 1;
  console.log(`RTT: ${Date.now() - start} ms`);
  clearTimeout(timer);
  ping();
});

ping();
