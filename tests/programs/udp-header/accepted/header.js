const lines = require("fs").readFileSync(0, "utf8").split("\n");

for (const line of lines) {
  const [from, to, ...bytes] = line.trim().split(/\s+/);
  if (bytes.length < 8) continue;
  const data = Buffer.from(bytes.join(""), "hex");
  const pseudo = Buffer.from([...from.split("."), ...to.split("."), 0, 17, data.length >> 8, data.length & 255].map(Number));
  const all = Buffer.concat([pseudo, data, Buffer.alloc(data.length % 2)]);
  let sum = 0;
  for (let i = 0; i < all.length; i += 2) sum += all.readUInt16BE(i);
  while (sum > 65535) sum = (sum % 65536) + Math.floor(sum / 65536);
  const verdict = data.readUInt16BE(6) === 0 ? "none" : sum === 65535 ? "ok" : "wrong";
  console.log(`source ${data.readUInt16BE(0)}, destination ${data.readUInt16BE(2)}, length ${data.readUInt16BE(4)}, checksum ${verdict}`);
}
