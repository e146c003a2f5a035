// UDP capitalize client
// mistake: The socket is closed as soon as the text is sent, before the reply can come.
// fails: prints-the-reply
// diagnosis: leaves_before_the_reply
const dgram = require('dgram');
const readline = require('readline');

const host = process.argv[2];
const port = Number(process.argv[3]);
const socket = dgram.createSocket('udp4');

socket.on('message', (reply) => {
  console.log('From server: ' + reply);
});

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.question('Input lowercase sentence: ', (text) => {
  socket.send(text, port, host, () => {
    socket.close();
    rl.close();
  });
});
