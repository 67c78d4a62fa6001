import { parseArgs } from 'node:util';
import { run } from './run.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '500' }, events: { type: 'string', default: '40' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
if (values.help) {
  console.log(`npm run faults -- [--rounds 500] [--events 40] [--seed N]

Starts its own PostgreSQL and NATS, two territories, a writer, two relays and two consumers. Each round writes events while
something is killed with -9 (a process at a named point, NATS, a PostgreSQL backend) or the JetStream store is deleted, waits
until all is quiet, and checks the whole history: nothing lost, nothing twice, order per aggregate kept.
The same seed chooses the same faults. FAULTS_LOG=1 shows what the processes say. Exit code 1 when something was found.`);
  process.exit(0);
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
console.log(`seed ${seed}`);
const report = await run({
  rounds: Number(values.rounds), events: Number(values.events), seed,
  onRound: (round, fault, ms) => console.log(`${String(round).padStart(4)}  ${fault.padEnd(22)} ${Math.round(ms)} ms`),
});
console.log(JSON.stringify(report, null, 2));
process.exit(report.found.length === 0 ? 0 : 1);
