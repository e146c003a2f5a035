// UDP gap detector
// mistake: Numbers are compared as text.
// fails: beyond-nine, an-old-one-again, much-later
// diagnosis: compares_numbers_as_text
const dgram = require('dgram');

const socket = dgram.createSocket('udp4');
const came = new Set();
let highest = '';

socket.on('message', (message) => {
  if (message.length === 0) return;
  const text = message.toString();
  const number = text.split(' ')[0];
  console.log(text);
  if (came.has(number)) {
    console.log('doubled ' + number);
  } else if (highest !== '' && number < highest) {
    console.log('late ' + number);
  } else {
    for (let i = highest === '' ? 0 : Number(highest) + 1; i < Number(number); i += 1) {
      console.log('missing ' + i);
    }
    highest = number;
  }
  came.add(number);
});

socket.bind(Number(process.argv[2]));
