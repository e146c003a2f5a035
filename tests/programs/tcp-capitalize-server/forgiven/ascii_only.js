// fails: after-a-reset, not-ascii
// oddity: The text is read as ASCII, and nobody handles the error of a connection that is reset.
var net = require('net');

var PORT = 6969;

net.createServer(function (sock) {
    sock.setEncoding('ascii');
    console.log('CONNECTED: ' + sock.remoteAddress + ':' + sock.remotePort);
    sock.on('data', function (data) {
        console.log('DATA: ' + data);
        sock.write(data.toUpperCase());
    });
    sock.on('close', function () {
        console.log('CLOSED');
    });
}).listen(PORT);

console.log('Server listening on port ' + PORT);
