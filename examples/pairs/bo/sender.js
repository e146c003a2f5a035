// A UDP sender: node sender.js HOST PORT MESSAGE
const [host, port, message] = process.argv.slice(2);
const socket = require("dgram").createSocket("udp4");
socket.send(message, Number(port), host, () => socket.close());
