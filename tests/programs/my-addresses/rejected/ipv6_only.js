// fails: one-interface, each-interface
// diagnosis: prints_ipv6_only
// mistake: It takes the IPv6 addresses where IPv4 was asked for.
const os = require('os');
for (const addresses of Object.values(os.networkInterfaces())) {
  for (const one of addresses) {
    if (one.family === 'IPv6') console.log(one.address);
  }
}
