// Node: one loop; a socket keeps what its client has not read.
const net = require('net');

const room = new Map();
const shout = (line, but) => room.forEach((socket) => socket !== but && socket.write(line + '\n', 'latin1'));

const commands = {
    SAY: (me, rest, socket) => {
        if (!rest) return 'ERROR say what?';
        shout(`SAID ${me} ${rest}`, socket);
        return 'OK';
    },
    TELL: (me, rest) => {
        const [, name, text] = /^(\S+) (.+)$/.exec(rest) || [];
        if (!room.has(name)) return 'ERROR TELL name text';
        room.get(name).write(`TOLD ${me} ${text}\n`, 'latin1');
        return 'OK';
    },
    WHO: () => [...room.keys()].map((name) => `HERE ${name}\n`).join('') + 'OK',
};

net.createServer((socket) => {
    let rest = '', me = null;
    socket.setEncoding('latin1');
    const answer = (line) => {
        const space = line.indexOf(' ');
        const command = space < 0 ? line : line.slice(0, space), words = space < 0 ? '' : line.slice(space + 1);
        if (me === null && command === 'NAME') {
            if (!/^[A-Za-z0-9]+$/.test(words)) return 'ERROR bad name';
            if (room.has(words)) return 'ERROR taken';
            me = words;
            room.set(me, socket);
            shout(`JOINED ${me}`, socket);
            return 'OK';
        }
        if (me === null || !(command in commands)) return 'ERROR cannot do that';
        return commands[command](me, words, socket);
    };
    socket.on('data', (data) => {
        const lines = (rest + data).split('\n');
        rest = lines.pop();
        for (const line of lines.map((text) => text.replace(/\r$/, ''))) {
            if (line === 'QUIT') return socket.end('BYE\n');
            socket.write(answer(line) + '\n', 'latin1');
        }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
        if (me === null) return;
        room.delete(me);
        shout(`LEFT ${me}`);
    });
}).listen(Number(process.argv[2]), '0.0.0.0');
