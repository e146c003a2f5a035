// setInterval() beats, and an event listens.
const dgram = require('dgram');

const [host, port, name, seconds] = process.argv.slice(2);
const socket = dgram.createSocket('udp4');
let number = 0;

function beat() {
  number += 1;
  socket.send(`ALIVE ${name} ${number}`, Number(port), host, () => {});
}

socket.on('error', (error) => console.log(error.message));
socket.on('message', (data, from) => {
  if (String(data).trim() !== 'STOP' || from.port !== Number(port) || from.address !== host) return;
  clearInterval(timer);
  socket.send('BYE ' + name, Number(port), host, () => socket.close());
});
const timer = setInterval(beat, seconds * 1000);
beat();
