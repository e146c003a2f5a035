// Node: both sides are events, and whatever comes is printed at once.
const net = require('net');
const readline = require('readline');

const server = net.connect(Number(process.argv[3]), process.argv[2]);
const user = readline.createInterface({ input: process.stdin });
let ended = false, saidQuit = false;

const quit = () => {
    if (!saidQuit) server.write('QUIT\n');
    saidQuit = true;
};
user.on('line', (line) => (line === 'QUIT' ? quit() : server.write(line + '\n')));
user.on('close', quit);

let rest = '';
server.on('data', (data) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop();
    for (const line of lines) {
        console.log('<', line.trim());
        if (line.trim() === 'BYE') {
            ended = true;
            server.end();
            user.close();
            process.stdin.destroy();
        }
    }
});
server.on('error', (error) => {
    console.log('The server cannot be reached:', error.message);
    process.exit(1);
});
server.on('close', () => {
    if (!ended) console.log('The server has gone');
    process.exit(ended ? 0 : 1);
});
