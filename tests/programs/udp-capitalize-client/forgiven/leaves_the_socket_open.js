// UDP capitalize client
// oddity: The socket is never closed, so the program does not end.
// fails: ends-when-done
const dgram = require('dgram');
const readline = require('readline');

const [host, port] = process.argv.slice(2);
const client = dgram.createSocket('udp4');

client.on('message', (msg, info) => {
  console.log(`Server ${info.address}:${info.port}: ${msg.toString()}`);
});

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.question('Input lowercase sentence: ', (sentence) => {
  rl.close();
  client.send(Buffer.from(sentence), Number(port), host);
});
