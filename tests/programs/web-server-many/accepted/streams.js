// Sockets and streams of Node; the file is sent in pieces as it is read.
const fs = require("fs");
const net = require("net");
const path = require("path");

const root = path.resolve("www");
const types = { ".html": "text/html", ".txt": "text/plain", ".css": "text/css", ".png": "image/png", ".jpg": "image/jpeg" };

function answer(socket, request) {
  const words = request.split("\r\n")[0].split(" ");
  const refuse = (status) =>
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  if (words.length !== 3) return refuse("400 Bad Request");
  let name;
  try {
    name = path.join(root, decodeURIComponent(words[1].split("?")[0]));
  } catch (err) {
    return refuse("400 Bad Request");
  }
  if (name === root + "/") name = path.join(root, "index.html");
  if (!name.startsWith(root + "/")) return refuse("403 Forbidden");
  fs.stat(name, (err, stats) => {
    if (err || !stats.isFile()) return refuse("404 Not Found");
    const type = types[path.extname(name)] || "application/octet-stream";
    socket.write("HTTP/1.1 200 OK\r\n");
    socket.write(`Connection: close\r\nContent-Type: ${type}\r\nContent-Length: ${stats.size}\r\n\r\n`);
    if (words[0] === "HEAD") return socket.end();
    fs.createReadStream(name).pipe(socket);
  });
}

net
  .createServer((socket) => {
    let request = "";
    let isAnswered = false;
    socket.on("data", (part) => {
      request += part.toString("latin1");
      if (isAnswered || !request.includes("\r\n\r\n")) return;
      isAnswered = true;
      answer(socket, request);
    });
    socket.on("error", (err) => console.log(err.message));
  })
  .listen(Number(process.argv[2]));
