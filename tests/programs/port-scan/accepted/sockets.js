const net = require('net');

const [host, first, last] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];

function look(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, host);
    socket.setTimeout(1500);
    socket.on('connect', () => { socket.destroy(); resolve(port); });
    socket.on('timeout', () => { socket.destroy(); resolve(0); });
    socket.on('error', () => resolve(0));
  });
}

(async () => {
  for (let port = first; port <= last; port++) {
    if (await look(port)) console.log(`port ${port} listens`);
  }
})();
