// Events: what has come is kept, and looked at again with each piece.
const fs = require('fs');
const net = require('net');

const [host, port, name] = process.argv.slice(2);
let state = 'size', buffer = Buffer.alloc(0), size = 0, content = null;

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, '0');
}

function fail(why) {
  console.error('not fetched: ' + why);
  process.exit(1);
}

function line() {
  const end = buffer.indexOf(10);
  if (end < 0) return null;
  const text = buffer.subarray(0, end).toString().trim();
  buffer = buffer.subarray(end + 1);
  return text;
}

function look() {
  if (state === 'size') {
    const text = line();
    if (text === null) return;
    if (!text.startsWith('SIZE ')) fail(text);
    size = Number(text.slice(5));
    state = 'content';
  }
  if (state === 'content') {
    if (buffer.length < size) return;
    content = buffer.subarray(0, size);
    buffer = buffer.subarray(size);
    state = 'verdict';
    socket.write('SUM ' + crc32(content) + '\n');
  }
  const verdict = line();
  if (verdict === null) return;
  if (verdict !== 'SAME') fail(verdict);
  fs.writeFileSync(name, content);
  process.exit(0);
}

const socket = net.connect(Number(port), host, () => socket.write('GET ' + name + '\n'));
socket.on('data', (data) => {
  buffer = Buffer.concat([buffer, data]);
  look();
});
socket.on('error', (error) => fail(error.message));
socket.on('end', () => fail('the server has left'));
