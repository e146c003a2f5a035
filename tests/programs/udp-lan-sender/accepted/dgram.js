const dgram = require('dgram');

const [host, port, message] = process.argv.slice(2);

const client = dgram.createSocket('udp4');
client.send(message, Number(port), host, (err) => {
  if (err) {
    console.error(err);
  } else {
    console.log('message sent');
  }
  client.close();
});
