// fails: pauses-between-messages
// diagnosis: floods
// mistake: each reply makes it send the next message at once.
const s = require('dgram').createSocket('udp4');
let i = 0, t;
function next() {
  i++;
  s.send('message ' + i, +process.argv[3], process.argv[2]);
  clearTimeout(t);
  t = setTimeout(() => { console.log('No answer'); next(); }, 1000);
}
s.on('message', (m) => { console.log('Reply: ' + m); next(); });
next();
