// mistake: Messages are not printed.
// fails: prints-a-message
// diagnosis: text_not_printed
const dgram = require("dgram");
const socket = dgram.createSocket("udp4");
let messages = 0;
socket.on("message", () => (messages += 1));
socket.bind(Number(process.argv[2]));
setInterval(() => console.log("heartbeat"), 300);
