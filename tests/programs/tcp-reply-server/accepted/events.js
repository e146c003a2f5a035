const net = require("net");

net.createServer((socket) => {
  socket.on("data", (data) => {
    console.log("request: " + data);
    socket.write("Message received\r\n");
  });
  socket.on("error", (err) => console.log(err.code));
}).listen(process.argv[2]);
