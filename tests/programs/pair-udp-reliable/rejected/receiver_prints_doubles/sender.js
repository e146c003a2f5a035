// UDP sender with setTimeout()
const dgram = require('dgram');
const fs = require('fs');

const [host, port, file] = process.argv.slice(2);
const lines = fs.readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
const socket = dgram.createSocket('udp4');
let seq = 0;
let timer = null;

function sendLine() {
  socket.send(`${seq} ${lines[seq]}`, Number(port), host);
  timer = setTimeout(() => {
    console.log(`no answer for ${seq}, once more`);
    sendLine();
  }, 250);
}

socket.on('message', (msg) => {
  if (msg.toString() !== `ACK ${seq}`) return;
  clearTimeout(timer);
  seq += 1;
  if (seq === lines.length) {
    console.log('done');
    socket.close();
  } else {
    sendLine();
  }
});

sendLine();
