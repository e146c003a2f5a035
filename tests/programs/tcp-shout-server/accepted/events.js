const net = require("net");

const server = net.createServer((socket) => {
  socket.setEncoding("utf8");
  socket.on("data", (text) => socket.write(text.toUpperCase()));
  socket.on("error", (err) => console.error(err.code));
  socket.on("close", () => console.log("Connection dropped."));
});
server.listen(Number(process.argv[2]) || 12000, "0.0.0.0");
