// mistake: What does not fit into 16 bits is cut off instead of added.
// fails: checksum-holds
// diagnosis: misreads_the_header
require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [from, to, ...bytes] = line.trim().split(/\s+/);
    if (bytes.length < 8) return;
    const d = bytes.map((b) => parseInt(b, 16));
    const all = [...from.split("."), ...to.split("."), 0, 17, d.length >> 8, d.length & 255, ...d, 0].map(Number);
    let sum = 0;
    for (let i = 0; i + 1 < all.length; i += 2) sum = (sum + all[i] * 256 + all[i + 1]) & 0xffff;
    const at = (i) => d[i] * 256 + d[i + 1];
    const verdict = at(6) === 0 ? "none" : sum === 0xffff ? "ok" : "wrong";
    console.log(`source ${at(0)}, destination ${at(2)}, length ${at(4)}, checksum ${verdict}`);
  });
