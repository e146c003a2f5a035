// Node: all answers to what has come leave in one write, with the address written in full.
const net = require('net');

const [host, port] = process.argv[2].includes('.') ? process.argv.slice(2) : ['0.0.0.0', process.argv[2]];
const secrets = process.argv.slice(process.argv[2].includes('.') ? 4 : 3).map(Number);

net.createServer((client) => {
    let rest = '', game = 0, guesses = 0;
    const over = (answer) => {
        game = (game + 1) % secrets.length;
        guesses = 0;
        return answer;
    };
    const answer = (line) => {
        if (line === 'NEW') return over(`WAS ${secrets[game]}`);
        if (!/^\d+$/.test(line) || line < 1 || line > 1000) return `ERROR no guess: ${line}`;
        ++guesses;
        const difference = secrets[game] - Number(line);
        return difference > 0 ? 'HIGHER' : difference < 0 ? 'LOWER' : over(`RIGHT ${guesses}`);
    };
    client.on('data', (data) => {
        const lines = (rest + data.toString('latin1')).split(/\r?\n/);
        rest = lines.pop();
        const quit = lines.indexOf('QUIT');
        const answers = (quit < 0 ? lines : lines.slice(0, quit)).map(answer);
        if (quit >= 0) answers.push('BYE');
        if (answers.length > 0) client.write(answers.join('\n') + '\n');
        if (quit >= 0) client.end();
    });
    client.on('error', () => client.destroy());
}).listen(Number(port), host);
