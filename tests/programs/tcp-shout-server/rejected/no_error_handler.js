// mistake: Without a handler for 'error' a reset ends the whole server.
// fails: says-it-was-dropped
// diagnosis: node_error
const net = require("net");
net.createServer((socket) => {
  socket.on("data", (data) => socket.write(data.toString().toUpperCase()));
  socket.on("close", () => console.log("Connection dropped."));
}).listen(process.argv[2]);
