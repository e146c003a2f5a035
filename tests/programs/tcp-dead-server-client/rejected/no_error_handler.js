// mistake: Without a handler for 'error' the program ends with a stack trace.
// fails: nobody-there, reset
// diagnosis: leaves_the_error_uncaught
const net = require("net");
const socket = net.connect(Number(process.argv[3]), process.argv[2]);
socket.on("data", (data) => console.log(data.toString()));
socket.on("end", () => {
  console.log("The server has closed the connection.");
  process.exit(1);
});
process.stdin.on("data", (line) => socket.write(line));
process.stdin.on("end", () => process.exit(0));
