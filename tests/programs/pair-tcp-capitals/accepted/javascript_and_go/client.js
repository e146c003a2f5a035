const net = require('net');
const readline = require('readline');

const host = process.argv[2] || 'localhost';
const port = process.argv[3] || 3000;

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

const socket = net.connect(port, host, () => {
  rl.question('Type a sentence: ', (answer) => {
    socket.write(answer);
  });
});

socket.on('data', (data) => process.stdout.write(data));

socket.on('end', () => {
  console.log('\ndisconnected from server');
  rl.close();
});

socket.on('error', (err) => {
  console.error(err.message);
  rl.close();
});

rl.on('close', () => socket.end());
