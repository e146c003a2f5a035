// Events; while a file is on its way the lines behind it wait in the buffer.
const fs = require('fs');
const net = require('net');
const path = require('path');

const [port, folder] = process.argv.slice(2);

function crc32(sum, bytes) {
  sum = ~sum;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

function serve(socket) {
  let buffer = '', busy = false, last = null;
  const say = (text) => socket.write(text + '\n');

  function give(name) {
    const where = path.join(folder, name);
    const inside = !name.startsWith('/') && !name.split('/').includes('..');
    fs.stat(where, (error, about) => {
      if (!inside || error || !about.isFile()) {
        say('ERROR ' + name + ' is not here');
        busy = false;
        return next();
      }
      let sum = 0;
      say('SIZE ' + about.size);
      const file = fs.createReadStream(where, { highWaterMark: 3000 });
      socket.on('close', () => file.destroy());
      file.on('data', (piece) => { sum = crc32(sum, piece); });
      file.on('end', () => {
        last = (sum >>> 0).toString(16).padStart(8, '0');
        busy = false;
        next();
      });
      file.pipe(socket, { end: false });
    });
  }

  function next() {
    let end;
    while (!busy && (end = buffer.indexOf('\n')) >= 0) {
      const [command, argument] = buffer.slice(0, end).trim().split(' ');
      buffer = buffer.slice(end + 1);
      if (command === 'GET' && argument) {
        busy = true;
        give(argument);
      } else if (command === 'SUM' && argument && last !== null) {
        say(argument === last ? 'SAME' : 'DIFFERENT');
      } else {
        say('ERROR what is "' + command + '"?');
      }
    }
  }

  socket.setMaxListeners(0);
  socket.on('error', () => {});
  socket.on('data', (data) => {
    buffer += data.toString('latin1');
    next();
  });
}

net.createServer(serve).listen(Number(port));
