// fails: prints-the-reply
// diagnosis: shows_an_object
// mistake: The reply is a Buffer, and console.log() shows the bytes of a Buffer in hexadecimal.
const net = require('net');
const readline = require('readline');

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const client = new net.Socket();

client.connect(process.argv[3], process.argv[2], () => {
  rl.question('Text: ', (text) => client.write(text));
});

client.on('data', (reply) => {
  console.log('Reply:', reply);
  client.destroy();
  rl.close();
});
