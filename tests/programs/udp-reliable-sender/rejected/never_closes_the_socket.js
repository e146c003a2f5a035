// UDP sender
// mistake: The socket stays open after the last line, and Node runs as long as a socket is open.
// fails: ends-after-the-last, last-ack-is-lost
// diagnosis: keeps_its_socket_open
const dgram = require('dgram');
const fs = require('fs');

const host = process.argv[2];
const port = process.argv[3];
const lines = fs.readFileSync(process.argv[4], 'utf8').trimEnd().split('\n');
const socket = dgram.createSocket('udp4');
let next = 0;
let timer;

const send = () => {
  socket.send(`${next} ${lines[next]}`, port, host);
  timer = setTimeout(send, 200);
};

socket.on('message', (msg) => {
  if (msg.toString() !== `ACK ${next}`) return;
  clearTimeout(timer);
  next++;
  if (next < lines.length) send();
  else console.log('all done');
});
send();
