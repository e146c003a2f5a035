const dgram = require("dgram");

const [host, port] = process.argv.slice(2);
const socket = dgram.createSocket("udp4");
let number = 0;
let answered = true;

socket.on("message", (reply) => {
  answered = true;
  console.log("Reply: " + reply);
});
setInterval(() => {
  if (!answered) console.log("No answer to message " + number);
  answered = false;
  number += 1;
  socket.send("message " + number, Number(port), host);
}, 700);
