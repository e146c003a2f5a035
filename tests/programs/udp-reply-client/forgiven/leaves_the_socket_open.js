// fails: ends-by-itself
// oddity: The socket stays open, and Node waits for more.
const dgram = require("dgram");
const client = dgram.createSocket("udp4");
client.on("message", (msg, info) => console.log("Server says: " + msg + " (" + info.port + ")"));
client.send(Buffer.from(process.argv[4]), parseInt(process.argv[3]), process.argv[2]);
