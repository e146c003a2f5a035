const dgram = require('dgram');
const readline = require('readline').createInterface({ input: process.stdin, output: process.stdout });

const ask = (question) => new Promise((resolve) => readline.question(question, resolve));

(async () => {
  const host = await ask('Server: ');
  const port = Number(await ask('Port: '));
  const text = await ask('Text: ');
  const socket = dgram.createSocket('udp4');
  socket.on('message', (reply) => {
    console.log('From server: ' + reply);
    socket.close();
    readline.close();
  });
  socket.send(text, port, host);
})();
