import { createHash } from 'node:crypto';

// The Merkle tree of RFC 9162 (Certificate Transparency): leaves and inner nodes are hashed apart, and a tree of any size splits at
// the largest power of two below it. Everything is hex.
const sha256 = (...parts: Buffer[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex');
const [leafMark, nodeMark] = [Buffer.from([0]), Buffer.from([1])];

export const leafOf = (entryHash: string): string => sha256(leafMark, Buffer.from(entryHash, 'hex'));
export const nodeOf = (left: string, right: string): string => sha256(nodeMark, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** A complete subtree: 2^level leaves, beginning with leaf `place` · 2^level. */
export interface Subtree {
  readonly level: number;
  readonly place: number;
}
type HashOf = (subtree: Subtree) => string;

/** Leaves `from` up to, not including, `to`: a part of a tree as RFC 9162 splits it, so its left side is always complete. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const splitOf = ({ from, to }: Stretch): number => from + 2 ** Math.ceil(Math.log2(to - from) - 1);
const isComplete = ({ from, to }: Stretch): boolean => Number.isInteger(Math.log2(to - from)) && from % (to - from) === 0;

/** The complete subtrees that a stretch is made of, left to right. */
export function subtreesOf(stretch: Stretch): Subtree[] {
  const { from, to } = stretch;
  if (isComplete(stretch)) return [{ level: Math.log2(to - from), place: from / (to - from) }];
  const split = splitOf(stretch);
  return [...subtreesOf({ from, to: split }), ...subtreesOf({ from: split, to })];
}

/** The hash of a stretch from those of its complete subtrees. */
export function hashOfStretch(stretch: Stretch, hashOf: HashOf): string {
  if (isComplete(stretch)) return hashOf(subtreesOf(stretch)[0]!);
  const split = splitOf(stretch);
  return nodeOf(hashOfStretch({ from: stretch.from, to: split }, hashOf), hashOfStretch({ from: split, to: stretch.to }, hashOf));
}

/** What an inclusion proof of a leaf is made of, from the leaf upwards. */
export function pathOf(leaf: number, size: number): Stretch[] {
  const path: Stretch[] = [];
  for (let within: Stretch = { from: 0, to: size }; within.to - within.from > 1; ) {
    const split = splitOf(within);
    const [left, right] = [{ from: within.from, to: split }, { from: split, to: within.to }];
    path.unshift(leaf < split ? right : left);
    within = leaf < split ? left : right;
  }
  return path;
}

/** The root that a leaf and its inclusion path lead to in a tree of `size` leaves (RFC 9162 §2.1.3.2); undefined when the path has the wrong length. */
export function rootFrom(leaf: number, size: number, hash: string, path: readonly string[]): string | undefined {
  const stretches = pathOf(leaf, size);
  if (leaf >= size || stretches.length !== path.length) return undefined;
  return path.reduce((at, sibling, i) => (stretches[i]!.from > leaf ? nodeOf(at, sibling) : nodeOf(sibling, at)), hash);
}

/** A tree that grows leaf by leaf and remembers only the complete subtrees of its right edge. */
export class GrowingTree {
  private readonly edge: string[] = [];
  private size = 0;

  /** Adds a leaf and tells of each subtree that it completes. */
  add(leaf: string, completed: (subtree: Subtree, hash: string) => void = () => undefined): void {
    let hash = leaf;
    for (let level = 0, place = this.size; ; level++, place = (place - 1) / 2) {
      completed({ level, place }, hash);
      if (place % 2 === 0) break;
      hash = nodeOf(this.edge.pop()!, hash);
    }
    this.edge.push(hash);
    this.size++;
  }

  /** Of all leaves so far; there must be one. */
  get root(): string {
    return this.edge.reduceRight((right, left) => nodeOf(left, right));
  }
}
