const net = require("net");
net
  .createServer((socket) => {
    socket.on("data", (data) => socket.write(data.toString("latin1").toUpperCase(), "latin1"));
    socket.on("error", () => {});
  })
  .listen(process.argv[2]);
