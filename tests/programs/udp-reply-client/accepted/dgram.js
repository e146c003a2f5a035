const dgram = require("dgram");

const [host, port, message] = process.argv.slice(2);
const client = dgram.createSocket("udp4");

client.on("message", (reply) => {
  console.log(`reply: ${reply.toString()}`);
  client.close();
});
client.send(message, Number(port), host);
