import { fromHex, sha256, toHex, type Bytes } from './hashing.ts';

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/**
 * Whether the entry in place `seq` (from 1) of `size` is in the tree with this root (RFC 9162, 2.1.3.2). All hashes are hex; `path`
 * goes from the leaf upwards.
 */
export async function isIncluded(hash: string, seq: number, size: number, path: readonly string[], root: string): Promise<boolean> {
  if (seq < 1 || seq > size) return false;
  // Plain arithmetic, because the bit operators of JavaScript end at 32 bits.
  let index = seq - 1;
  let last = size - 1;
  let node: Bytes = await sha256(leafMark, fromHex(hash));
  for (const step of path) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      node = await sha256(nodeMark, fromHex(step), node);
      while (index % 2 === 0 && index !== 0) {
        index = index / 2;
        last = Math.floor(last / 2);
      }
    } else node = await sha256(nodeMark, node, fromHex(step));
    index = Math.floor(index / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && toHex(node) === root;
}
