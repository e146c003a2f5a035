const dgram = require("dgram");

const server = dgram.createSocket("udp4");

server.on("message", (message, from) => {
  console.log(`from ${from.address}:${from.port}: ${message}`);
  server.send("thanks, got it", from.port, from.address);
});
server.on("listening", () => console.log("listening on", server.address().port));
server.bind(Number(process.argv[2] || 12000));
