const dgram = require('dgram');

// my friend's computer
const HOST = 'DESKTOP-4F2K';
const PORT = 9876;

const client = dgram.createSocket('udp4');
const message = Buffer.from('good evening from my room');
client.send(message, 0, message.length, PORT, HOST, (err) => {
  if (err) throw err;
  console.log('UDP message sent to ' + HOST + ':' + PORT);
  client.close();
});
