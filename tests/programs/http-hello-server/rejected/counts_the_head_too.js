// mistake: Content-Length is the length of the whole response: a browser waits for bytes that never come.
// fails: answers-a-request
// diagnosis: breaks_http
const net = require("net");
net
  .createServer((socket) => {
    socket.on("data", () => {
      const body = "Hello, world!";
      const head = "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n";
      socket.end(head + "Content-Length: " + (head.length + body.length) + "\r\n\r\n" + body);
    });
    socket.on("error", () => {});
  })
  .listen(process.argv[2]);
