const net = require("net");

const [host, port, message] = process.argv.slice(2);
const socket = net.connect(Number(port), host, () => socket.write(message));
let reply = "";
socket.setEncoding("utf8");
socket.on("data", (part) => (reply += part));
socket.on("end", () => {
  console.log("Server says:", reply);
  socket.end();
});
