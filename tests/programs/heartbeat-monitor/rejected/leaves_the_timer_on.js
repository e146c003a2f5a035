// fails: goodbye
// diagnosis: prints_what_is_not_so
// mistake: who has said BYE is forgotten, but the timer goes on, and says later that somebody is missing.
const dgram = require('dgram');

const [port, seconds] = process.argv.slice(2).map(Number);
const hearts = new Map();
const socket = dgram.createSocket('udp4');

function isNewer(name, number) {
  return !hearts.has(name) || number === 1 || number > hearts.get(name).number;
}

function beat(name, number) {
  if (!isNewer(name, number)) return;
  const before = hearts.get(name);
  if (before) clearTimeout(before.timer);
  if (before && before.missing) console.log('BACK ' + name);
  const heart = { number, missing: false };
  heart.timer = setTimeout(() => {
    heart.missing = true;
    console.log('MISSING ' + name);
  }, seconds * 1000);
  hearts.set(name, heart);
}

function forget(name) {
  hearts.delete(name);
}

function stateOf(name) {
  if (!hearts.has(name)) return 'UNKNOWN ' + name;
  return (hearts.get(name).missing ? 'MISSING ' : 'ALIVE ') + name;
}

function who() {
  const names = [...hearts.keys()].filter((name) => hearts.get(name).missing).sort();
  return names.length > 0 ? ['MISSING', ...names].join(' ') : 'ALL ALIVE';
}

socket.on('message', (data, from) => {
  const [word, name, number, ...rest] = data.toString().trim().split(' ');
  const answer = (text) => socket.send(text, from.port, from.address);
  if (word === 'ALIVE' && /^\d+$/.test(number) && rest.length === 0) beat(name, Number(number));
  else if (word === 'BYE' && name && number === undefined) forget(name);
  else if (word === 'ASK' && name && number === undefined) answer(stateOf(name));
  else if (word === 'WHO' && name === undefined) answer(who());
});
socket.bind(port);
