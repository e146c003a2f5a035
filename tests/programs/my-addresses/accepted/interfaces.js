const os = require('os');

for (const [name, addresses] of Object.entries(os.networkInterfaces())) {
  for (const one of addresses) {
    if (one.family === 'IPv4' || one.family === 4) console.log(`${name}: ${one.address}`);
  }
}
