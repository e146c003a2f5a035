const net = require("net");

const PORT = process.argv[2] || 12000;

const receiver = net.createServer(function (socket) {
  let message = "";
  socket.setEncoding("utf8");
  socket.on("data", function (chunk) {
    message += chunk;
  });
  socket.on("end", function () {
    console.log("message from", socket.remoteAddress, "-", message.trimEnd());
  });
  socket.on("error", function (err) {
    console.log("error:", err.code);
  });
});

receiver.listen(PORT, "0.0.0.0", function () {
  console.log("waiting on port", PORT);
});
