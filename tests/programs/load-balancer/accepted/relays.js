// Calls a server when a client connects, and joins both connections.
const net = require('net');
const [port, ...rest] = process.argv.slice(2);
const servers = [];
for (let i = 0; i < rest.length; i += 2) servers.push({ host: rest[i], port: Number(rest[i + 1]) });
let turn = 0;

net.createServer((client) => {
  const early = [];
  const tried = new Set();
  const keep = (data) => early.push(data);
  client.on('data', keep);
  client.on('error', () => client.destroy());
  const next = () => {
    const order = servers.map((_, i) => (turn + i) % servers.length).filter((i) => !tried.has(i));
    if (order.length === 0) return client.end('ERROR all servers are dead\n');
    const number = order[0];
    tried.add(number);
    const server = net.connect(servers[number].port, servers[number].host);
    let answered = false;
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      if (answered || client.destroyed) client.end();
      else next();
    };
    server.on('connect', () => {
      turn = number + 1;
      for (const data of early) server.write(data);
      client.on('data', (data) => server.writable && server.write(data));
    });
    server.on('data', (data) => {
      answered = true;
      client.write(data);
    });
    server.on('error', again);
    server.on('end', again);
    client.on('close', () => server.destroy());
    return undefined;
  };
  next();
}).listen(Number(port));
