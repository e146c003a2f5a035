// fails: nobody-there, reset
// diagnosis: leaves_the_error_uncaught
// mistake: The error is caught and said, and then all of it is printed as well.
const net = require('net');
const readline = require('readline');

const [host, port] = process.argv.slice(2);
const socket = net.connect(Number(port), host);
socket.on('data', (data) => console.log('From server: ' + data.toString().trim()));
socket.on('error', (error) => {
  console.log('The server has died.');
  console.error(error);
  process.exit(1);
});
socket.on('end', () => {
  console.log('The server has died.');
  process.exit(1);
});
const keyboard = readline.createInterface({ input: process.stdin });
keyboard.on('line', (line) => socket.write(line + '\n'));
keyboard.on('close', () => setTimeout(() => process.exit(0), 500));
