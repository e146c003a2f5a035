// Calls the origin as soon as a browser is there, and passes the request on while it comes. The memory is looked up when the
// first line is there.
const net = require('net');
const [port, host, originPort] = process.argv.slice(2);
const kept = new Map();

function isWhole(response) {
  const end = response.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(response.subarray(0, end).toString('latin1'));
  return length === null ? 'at the end' : response.length >= end + 4 + Number(length[1]);
}

net.createServer((browser) => {
  const origin = net.connect(Number(originPort), host);
  let request = Buffer.alloc(0);
  let response = Buffer.alloc(0);
  let path = null;
  let failed = false;

  const finish = () => {
    if (response.length === 0) browser.write('HTTP/1.0 502 Bad Gateway\r\n\r\nno answer\n');
    browser.end();
    origin.destroy();
  };
  const keep = () => {
    if (/^HTTP\/1\.[01] 200/.test(response.subarray(0, 16).toString('latin1'))) kept.set(path, response);
  };
  browser.on('error', () => origin.destroy());
  browser.on('close', () => origin.destroy());
  browser.on('data', (data) => {
    request = Buffer.concat([request, data]);
    const line = request.indexOf('\r\n');
    if (path !== null) return failed ? undefined : origin.write(data);
    if (line < 0) return undefined;
    path = request.subarray(0, line).toString('latin1').split(' ')[1];
    if (kept.has(path)) {
      origin.removeAllListeners('data');
      origin.removeAllListeners('end');
      origin.destroy();
      failed = true;
      return browser.end(kept.get(path));
    }
    if (failed) return finish();
    origin.write(request);
    return undefined;
  });
  origin.on('data', (data) => {
    response = Buffer.concat([response, data]);
    browser.write(data);
    if (isWhole(response) === true) {
      keep();
      finish();
    }
  });
  origin.on('end', () => {
    if (isWhole(response) === 'at the end') keep();
    finish();
  });
  origin.on('error', () => {
    failed = true;
    if (path !== null && !kept.has(path)) finish();
  });
}).listen(Number(port));
