import { isBuiltin } from 'node:module';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { isOptional } from './externals.ts';
import { serviceOptions } from './service-options.ts';

const help = `Builds a service (or the pod runner) to dist/main.js.

  node tools/build/src/build-service.ts <dir> [--bundle] [--app]

  --bundle   take the packages in as well; those that cannot be are named at the end and must be installed beside it
  --app      also build src/app.ts to dist/app.js`;

const { values, positionals } = parseArgs({
  options: { bundle: { type: 'boolean', default: false }, app: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  allowPositionals: true,
});

if (values.help) {
  console.log(help);
} else {
  const startedAt = performance.now();
  const { output: to, ...from } = serviceOptions({ dir: positionals[0] ?? '.', bundle: values.bundle, app: values.app });
  const build = await rolldown(from);
  const { output } = await build.write(to).catch((error: unknown) => {
    // The message shows file and place; a stack into the bundler would hide it.
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  await build.close();
  const chunks = output.filter((item) => item.type === 'chunk');
  const own = new Set(chunks.map((chunk) => chunk.fileName));
  // Bundled CommonJS packages ask for theirs by require().
  const required = chunks.flatMap((chunk) => [...chunk.code.matchAll(/\b__require\(["']([^"']+)["']\)/g)].map((match) => match[1]!));
  const named = [...chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]), ...required].filter((id) => !isBuiltin(id) && !own.has(id) && !isOptional(id));
  const beside = [...new Set(named)].sort();
  const kilobytes = Math.round(chunks.reduce((sum, chunk) => sum + chunk.code.length, 0) / 1024);
  console.log(`${chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName).join(', ')}: ${kilobytes} kB in ${Math.round(performance.now() - startedAt)} ms`);
  if (values.bundle && beside.length > 0) console.log(`not in the bundle: ${beside.join(', ')}`);
}
