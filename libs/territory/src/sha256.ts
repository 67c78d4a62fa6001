/**
 * SHA-256 of a text as lower-case hex, in plain JavaScript. Only `names.ts` uses it, to shorten names: that module also runs
 * in the browser, where no synchronous hash exists. Secrets go through node:crypto (`keyring.ts`). Source: FIPS 180-4.
 */
export function sha256Hex(text: string): string {
  const input = new TextEncoder().encode(text);
  const blocks = Math.ceil((input.length + 9) / 64);
  const message = new Uint8Array(blocks * 64);
  message.set(input);
  message[input.length] = 0x80;
  new DataView(message.buffer).setUint32(message.length - 4, input.length * 8);
  const { k, h } = constants();
  const w = new Uint32Array(64);
  const view = new DataView(message.buffer);
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block * 64 + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!, b = w[i - 2]!;
      w[i] = w[i - 16]! + w[i - 7]! + (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) + (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10));
    }
    compress(h, w, k);
  }
  return Array.from(h, (word) => word.toString(16).padStart(8, '0')).join('');
}

function compress(h: Uint32Array, w: Uint32Array, k: Uint32Array): void {
  let [a, b, c, d, e, f, g, x] = h as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const t1 = (x + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [x, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, x].forEach((word, i) => (h[i] = h[i]! + word));
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

let table: { k: Uint32Array; start: Uint32Array } | undefined;

/** Round constants (cube roots of the first 64 primes) and a fresh start state (square roots of the first 8). */
function constants(): { k: Uint32Array; h: Uint32Array } {
  if (!table) {
    const primes: number[] = [];
    for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
    const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
    table = { k: Uint32Array.from(primes, (p) => fraction(Math.cbrt(p))), start: Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p))) };
  }
  return { k: table.k, h: table.start.slice() };
}
