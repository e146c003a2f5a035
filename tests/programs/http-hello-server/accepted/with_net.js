const net = require("net");

const body = Buffer.from("<p>Grüß Gott!</p>");

net
  .createServer((socket) => {
    let request = "";
    socket.on("data", (part) => {
      request += part;
      if (!request.includes("\r\n\r\n")) return;
      socket.write("HTTP/1.1 200 OK\r\n");
      socket.write("Connection: close\r\nContent-Type: text/html; charset=utf-8\r\n");
      socket.write(`Content-Length: ${body.length}\r\n\r\n`);
      socket.end(body);
    });
    socket.on("error", (err) => console.log(err.message));
  })
  .listen(Number(process.argv[2]));
