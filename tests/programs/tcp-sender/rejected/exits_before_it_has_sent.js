// fails: message-arrives
// diagnosis: never_sends
// mistake: write() only starts to write, and process.exit() does not wait for it.
const net = require('net');
const s = net.connect(process.argv[3], process.argv[2]);
s.write(process.argv[4]);
process.exit(0);
