// Size of the first load: the entry and everything it imports statically. Fails over the budget.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const budget = 150_000;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const seen = new Set();
const walk = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) walk(next);
};
walk(entry);

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const size = (file) => {
  const bytes = readFileSync(new URL(file, dist));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
};
const total = { raw: 0, gzip: 0, brotli: 0 };
const report = (name, { raw, gzip, brotli }) => console.log(`${kb(raw)} raw ${kb(gzip)} gzip ${kb(brotli)} brotli  ${name}`);
for (const key of seen) {
  const { file } = manifest[key];
  if (!file.endsWith('.js')) continue;
  const each = size(file);
  for (const kind of Object.keys(total)) total[kind] += each[kind];
  report(file, each);
}
report('FIRST LOAD, JavaScript', total);
for (const css of new Set([...seen].flatMap((key) => manifest[key].css ?? []))) report(css, size(css));
const lazy = readdirSync(new URL('assets/', dist)).filter((file) => file.endsWith('.js') && ![...seen].some((key) => manifest[key].file === `assets/${file}`));
console.log(`${lazy.length} lazy chunks`);
if (total.gzip > budget) {
  console.error(`First load is over its budget of ${kb(budget)} gzip`);
  process.exitCode = 1;
}
