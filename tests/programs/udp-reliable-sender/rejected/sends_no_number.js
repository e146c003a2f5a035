// UDP sender
// mistake: It counts the lines, but the number is not in the datagram.
// fails: sends-each-line
// diagnosis: leaves_out_the_number
const dgram = require('dgram');
const fs = require('fs');

const lines = fs.readFileSync(process.argv[4]).toString().trim().split('\n');
const client = dgram.createSocket('udp4');
let seq = 0;
let tries = 0;
let timer;

function send() {
  tries += 1;
  if (tries > 6) process.exit(1);
  client.send(lines[seq], process.argv[3], process.argv[2]);
  timer = setTimeout(send, 200);
}

client.on('message', (answer) => {
  if (answer.toString() === `ACK ${seq}`) {
    clearTimeout(timer);
    tries = 0;
    seq += 1;
    if (seq < lines.length) send();
    else client.close();
  }
});
send();
