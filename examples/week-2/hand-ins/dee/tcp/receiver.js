// A TCP receiver: node receiver.js PORT
const net = require("net");

net
  .createServer((connection) => {
    connection.on("data", (text) => process.stdout.write(text));
    connection.on("error", (error) => console.error(error.message));
  })
  .listen(Number(process.argv[2]));
