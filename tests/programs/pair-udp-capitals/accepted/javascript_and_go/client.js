const dgram = require('dgram');
const readline = require('readline');

const host = process.argv[2] || '127.0.0.1';
const port = Number(process.argv[3] || 12000);

const socket = dgram.createSocket('udp4');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

socket.on('message', (reply) => {
  console.log(`Reply: ${reply}`);
  rl.prompt();
});

rl.setPrompt('Text: ');
rl.prompt();
rl.on('line', (line) => socket.send(line, port, host));
rl.on('close', () => socket.close());
