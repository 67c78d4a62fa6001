/** A migrator in a process of its own, to be killed: options as JSON in argv. Also runs without flags, by type stripping. */
import { migrate, type MigrateOptions } from '../src/index.ts';

process.send?.('ready');
await migrate(JSON.parse(process.argv[2]!) as MigrateOptions);
process.exit(0);
