// It closes its sending side behind the text, and reads until the server closes.
const net = require('net'), readline = require('readline');
const rl = readline.createInterface({input: process.stdin, output: process.stdout});
rl.question('text? ', (t) => {
  const s = net.connect(Number(process.argv[3]), process.argv[2], () => s.end(t));
  let all = '';
  s.on('data', d => all += d);
  s.on('end', () => { console.log(all); rl.close(); });
});
