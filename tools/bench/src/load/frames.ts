/** RFC 6455, as little of it as an honest client needs: short text and control frames, no fragments. */
const mask = Buffer.alloc(4);

/** A text or pong frame of a client (masked with zeros, which servers accept). */
export function clientFrame(payload: Buffer, opcode: 0x1 | 0xa = 0x1): Buffer {
  const head = payload.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | payload.length]) : Buffer.from([0x80 | opcode, 0xfe, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, mask, payload]);
}

/** Takes whole frames of a server off the front of what has come: what they were, and the rest. */
export function serverFrames(bytes: Buffer, told: (opcode: number, payload: Buffer) => void): Buffer {
  let rest = bytes;
  while (rest.length >= 2) {
    const short = rest[1]! & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (rest.length < head) break;
    const length = short < 126 ? short : short === 126 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
    if (rest.length < head + length) break;
    told(rest[0]! & 0x0f, rest.subarray(head, head + length));
    rest = rest.subarray(head + length);
  }
  return rest;
}
