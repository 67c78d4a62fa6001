import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GrowingTree, hashOfStretch, leafOf, nodeOf, pathOf, rootFrom, subtreesOf, type Subtree } from './merkle.ts';

// The reference vectors of Certificate Transparency: eight leaves, and the root after each.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(leafOf);
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hashIn = (all: readonly string[]) => ({ level, place }: Subtree): string =>
  level === 0 ? all[place]! : nodeOf(hashIn(all)({ level: level - 1, place: place * 2 }), hashIn(all)({ level: level - 1, place: place * 2 + 1 }));

it('has the roots of the reference, grown and looked up', () => {
  const tree = new GrowingTree();
  leaves.forEach((leaf, i) => {
    tree.add(leaf);
    expect(tree.root).toBe(roots[i]);
    expect(hashOfStretch({ from: 0, to: i + 1 }, hashIn(leaves))).toBe(roots[i]);
  });
});

it('tells of every complete subtree once', () => {
  const told = new Map<string, string>();
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.add(leaf, ({ level, place }, hash) => told.set(`${level}/${place}`, hash));
  expect([...told.keys()].sort()).toEqual(['0/0', '0/1', '0/2', '0/3', '0/4', '0/5', '0/6', '0/7', '1/0', '1/1', '1/2', '1/3', '2/0', '2/1', '3/0']);
  expect(told.get('3/0')).toBe(roots[7]);
});

it('every leaf leads to the root, and nothing else does', () => {
  const many = Array.from({ length: 130 }, (_, i) => leafOf(i.toString(16).padStart(4, '0')));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), fc.nat(), (size, at, other) => {
      const [leaf, wrong] = [at % size, other % size];
      const root = hashOfStretch({ from: 0, to: size }, hashIn(many));
      const path = pathOf(leaf, size).map((stretch) => hashOfStretch(stretch, hashIn(many)));
      expect(rootFrom(leaf, size, many[leaf]!, path)).toBe(root);
      if (wrong !== leaf) {
        expect(rootFrom(leaf, size, many[wrong]!, path)).not.toBe(root);
        expect(rootFrom(wrong, size, many[leaf]!, path)).not.toBe(root);
      }
      expect(rootFrom(leaf, size, many[leaf]!, [...path, root])).toBeUndefined();
      expect(rootFrom(size, size, many[leaf]!, path)).toBeUndefined();
      expect(subtreesOf({ from: 0, to: size }).reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(size);
    }),
  );
});
