// fails: replies
// diagnosis: answers_from_another_socket
// mistake: a new socket for each answer, which has a port of its own.
const dgram = require('dgram');

const server = dgram.createSocket('udp4');
server.on('message', (message, sender) => {
  console.log(`${sender.address}: ${message}`);
  const answer = dgram.createSocket('udp4');
  answer.send('Thanks, I got your message', sender.port, sender.address, () => answer.close());
});
server.bind(Number(process.argv[2]));
