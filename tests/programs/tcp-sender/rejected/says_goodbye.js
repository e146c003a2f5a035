// fails: sent-once
// diagnosis: sends_something_besides
// mistake: A second line tells the receiver that this is the end.
const net = require('net');
const [, , host, port, message] = process.argv;
const socket = net.connect(+port, host, () => socket.end(`${message}\nquit\n`));
