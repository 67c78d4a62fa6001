import pg from 'pg';
import { databasesOf } from './databases.ts';
import { commandOf, help, runCommand, type NamedDatabase } from './redrive.ts';

const command = commandOf(process.argv.slice(2));
if (command === undefined) console.log(help);
else if (typeof command === 'string') fail(`${command}\n\n${help}`);
else if (!process.env['DATABASE_URL']) fail('Set DATABASE_URL to the database of the pod.');
else {
  const open: pg.Client[] = [];
  try {
    const databases: NamedDatabase[] = [];
    for (const { name, connectionString } of await databasesOf(process.env)) {
      const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
      client.on('error', () => undefined);
      open.push(client);
      await client.connect();
      databases.push({ name, database: client });
    }
    for (const line of await runCommand(databases, command)) console.log(line);
  } catch (error) {
    fail((error as Error).message);
  } finally {
    await Promise.all(open.map((client) => client.end().catch(() => undefined)));
  }
}

function fail(text: string): void {
  console.error(text);
  process.exitCode = 1;
}
