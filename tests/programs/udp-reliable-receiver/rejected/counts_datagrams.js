// UDP receiver
// mistake: The acknowledgement has the receiver's own count in it, which goes on with each double.
// fails: acknowledges-again, prints-each-line-once
// diagnosis: acknowledges_with_another_number
const dgram = require('dgram');

const socket = dgram.createSocket('udp4');
let count = 0;
const seen = new Set();
socket.on('message', (msg, rinfo) => {
  const text = msg.toString();
  if (!seen.has(text)) console.log(text.slice(text.indexOf(' ') + 1));
  seen.add(text);
  socket.send(`ACK ${count}`, rinfo.port, rinfo.address);
  count += 1;
});
socket.bind(Number(process.argv[2]));
