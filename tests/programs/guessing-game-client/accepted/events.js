// Events; it ends its side behind QUIT and waits for the server to close the other one.
const net = require('net');

const [host, port] = process.argv.slice(2);
let low = 1, high = 1000, guess = 0, buffer = '', number = null;

function fail(why) {
  console.error('no game: ' + why);
  process.exit(1);
}

function ask() {
  if (low > high) fail('the server contradicts itself');
  guess = Math.floor((low + high) / 2);
  socket.write(String(guess));
  socket.write('\n');
}

function hear(line) {
  const word = line.trim().split(' ')[0];
  if (number !== null) return;
  if (word === 'RIGHT') {
    number = guess;
    return socket.end('QUIT\n');
  }
  if (word === 'HIGHER') low = guess + 1;
  else if (word === 'LOWER') high = guess - 1;
  else fail(line);
  ask();
}

const socket = net.connect(Number(port), host, ask);
socket.on('data', (data) => {
  buffer += data;
  const lines = buffer.split('\n');
  buffer = lines.pop();
  lines.forEach(hear);
});
socket.on('error', (error) => fail(error.message));
socket.on('close', () => {
  if (number === null) fail('the server has left');
  console.log(`It was ${number}.`);
});
