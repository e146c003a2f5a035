// A result is an object, and is printed as one.
const lines = require("fs").readFileSync(0, "utf8").split("\n");
for (const line of lines) {
  const words = line.trim().split(/\s+/);
  if (words.length < 10) continue;
  const data = words.slice(2).map((b) => parseInt(b, 16));
  const at = (i) => data[i] * 256 + data[i + 1];
  const all = [...words[0].split(".").map(Number), ...words[1].split(".").map(Number), 0, 17,
    data.length >> 8, data.length & 255, ...data];
  if (all.length % 2) all.push(0);
  let sum = 0;
  for (let i = 0; i < all.length; i += 2) sum += all[i] * 256 + all[i + 1];
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 65536);
  console.log(JSON.stringify({
    srcPort: at(0), dstPort: at(2), length: at(4),
    checksum: at(6) === 0 ? "none" : { value: "0x" + at(6).toString(16), valid: sum === 0xffff },
  }));
}
