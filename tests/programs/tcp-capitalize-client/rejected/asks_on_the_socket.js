// fails: sends-the-text, prints-the-reply
// diagnosis: sends_own_prompt
// mistake: readline's output is the socket, so that the question goes to the server.
const net = require('net');
const s = net.connect(+process.argv[3], process.argv[2]);
const rl = require('readline').createInterface({ input: process.stdin, output: s });
rl.question('Enter a sentence: ', (t) => { s.write(t); });
s.on('data', d => { console.log(d.toString()); s.end(); rl.close(); });
s.on('error', () => process.exit(1));
