// fails: listens-on-every-address
// oddity: It hears this computer only.
const dgram = require("dgram");
const socket = dgram.createSocket("udp4");
socket.on("message", function (msg, rinfo) {
  console.log("Received %s", msg.toString());
  socket.send(Buffer.from("Received your message"), rinfo.port, rinfo.address);
});
socket.bind(parseInt(process.argv[2], 10), "127.0.0.1");
