// attack: takes memory without end, up to 4 GiB
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// load: heavy
// places: A
require('fs').writeSync(1, 'tried\n');
const kept = [];
for (let i = 0; i < 64; ++i) kept.push(Buffer.alloc(64 << 20, 1));
