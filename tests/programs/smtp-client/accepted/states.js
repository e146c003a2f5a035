// Events: what comes next is said when the reply is whole. An empty line stands before the dot.
const fs = require('fs');
const net = require('net');

const [host, port, sender, recipient, name] = process.argv.slice(2);
const text = fs.readFileSync(name, 'utf8').split(/\r?\n/).map(line => line.replace(/^\./, '..')).join('\r\n');
const mail = `From: ${sender}\r\nTo: ${recipient}\r\nSubject: text\r\n\r\n${text}`;
const story = [
  ['220', 'EHLO client.example'],
  ['250', `MAIL FROM:<${sender}>`],
  ['250', `RCPT TO:<${recipient}>`],
  ['250', 'DATA'],
  ['354', `${mail}\r\n.`],
  ['250', 'QUIT'],
  ['221', null],
];
let rest = '';
let status = 1;
const socket = net.connect(port, host);
socket.on('data', data => {
  rest += data;
  for (;;) {
    const end = rest.indexOf('\r\n');
    if (end < 0) return;
    const line = rest.slice(0, end);
    rest = rest.slice(end + 2);
    console.log(line);
    if (line[3] === '-') continue;
    const [wanted, next] = story.shift() || ['', null];
    if (!line.startsWith(wanted)) {
      story.splice(0, Infinity, ['', null]);
      socket.write('QUIT\r\n');
    } else if (next) {
      socket.write(next + '\r\n');
    } else {
      if (wanted === '221') status = 0;
      socket.end();
    }
  }
});
socket.on('error', error => console.error(error.message));
socket.on('close', () => process.exit(status));
