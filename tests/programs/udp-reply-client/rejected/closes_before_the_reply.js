// mistake: The socket is closed when the request has been sent: nobody hears the reply.
// fails: prints-the-reply
// diagnosis: leaves_before_the_reply
const dgram = require("dgram");
const client = dgram.createSocket("udp4");
client.on("message", (msg) => {
  console.log("Server says: " + msg);
});
client.send(process.argv[4], Number(process.argv[3]), process.argv[2], () => {
  client.close();
});
