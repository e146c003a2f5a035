// fails: sent-once
// diagnosis: sends_it_twice
// mistake: the line is written when connected, and end() writes it once more.
const net = require("net");

const [host, port, message] = process.argv.slice(2);
const socket = net.connect({ host, port: Number(port) }, () => {
    socket.write(message + "\n");
    socket.end(message + "\n");
});
