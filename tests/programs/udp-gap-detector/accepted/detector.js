// UDP gap detector: a map from the number to what is known of it.
const dgram = require('dgram');

const state = new Map();
let next = 0;

const socket = dgram.createSocket('udp6');
socket.on('message', (message) => {
  const match = /^(\d+) ?([^]*)$/.exec(message.toString());
  if (!match) return;
  const number = Number(match[1]);
  while (next <= number) {
    state.set(next, 'missing');
    if (next < number) console.log(`*** missing ${next}`);
    next += 1;
    if (next > number) state.set(number, 'new');
  }
  if (state.get(number) === 'missing') console.log(`*** late ${number}`);
  if (state.get(number) === 'here') {
    console.log(`*** doubled ${number}`);
  } else {
    console.log(match[2]);
  }
  state.set(number, 'here');
});
socket.bind(Number(process.argv[2]));
