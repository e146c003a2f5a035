// fails: one-is-reset
// oddity: Without a handler for 'error' a reset ends the server.
const net = require("net");
net.createServer((s) => s.on("data", (d) => s.write(String(d).toUpperCase()))).listen(+process.argv[2]);
