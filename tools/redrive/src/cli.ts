import pg from 'pg';
import { commandOf, help, runCommand } from './redrive.ts';

const command = commandOf(process.argv.slice(2));
if (command === undefined) console.log(help);
else if (typeof command === 'string') fail(`${command}\n\n${help}`);
else if (!process.env['DATABASE_URL']) fail('Set DATABASE_URL to the database of the pod.');
else {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'], connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    for (const line of await runCommand(client, command)) console.log(line);
  } catch (error) {
    fail((error as Error).message);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function fail(text: string): void {
  console.error(text);
  process.exitCode = 1;
}
