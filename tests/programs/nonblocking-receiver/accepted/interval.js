const dgram = require("dgram");

const socket = dgram.createSocket("udp4");
socket.on("message", (message) => console.log("Received: " + message));
socket.bind(Number(process.argv[2]), () => {
  setInterval(() => console.log("still here"), 500);
});
