const net = require("net");
const readline = require("readline");

const socket = net.connect(Number(process.argv[3]), process.argv[2]);
const keyboard = readline.createInterface({ input: process.stdin });
let done = false;

function died(why) {
  console.log("The server has died: " + why);
  process.exit(1);
}

keyboard.on("line", (line) => socket.write(line + "\n"));
keyboard.on("close", () => {
  done = true;
  socket.end();
});
socket.on("data", (data) => console.log("From server: " + data));
socket.on("error", (err) => died(err.code));
socket.on("end", () => {
  if (!done) died("it hung up");
});
