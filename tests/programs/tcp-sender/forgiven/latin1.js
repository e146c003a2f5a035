// fails: not-ascii
// oddity: The text is sent in Latin-1, and the other side reads UTF-8.
const net = require('net');

const host = process.argv[2];
const port = process.argv[3];
const message = process.argv[4];

const client = new net.Socket();
client.connect(port, host, function () {
  client.write(message, 'latin1');
  client.end();
});
