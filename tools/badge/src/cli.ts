import { NatsLink, RpcClient } from '@unityplan/messaging';
import { commandOf, help } from './command.ts';
import { runCommand } from './run.ts';

const command = commandOf(process.argv.slice(2));
const { NATS_URL: url, NATS_USER: user, NATS_PASSWORD: password, POD_ID: pod } = process.env;
if (command === undefined) console.log(help);
else if (typeof command === 'string') fail(`${command}\n\n${help}`);
else if (!url || !pod) fail('Set NATS_URL and POD_ID, or start the pod with npm start.');
else {
  const link = new NatsLink({ url, name: 'badge tool', ...(user ? { user } : {}), ...(password ? { password } : {}) });
  const late = setTimeout(() => {
    fail('The pod does not answer at NATS_URL; start it with npm start.');
    process.exit();
  }, 5_000);
  try {
    await link.connect();
    clearTimeout(late);
    for (const line of await runCommand(new RpcClient({ link, pod }), command)) console.log(line);
  } catch (error) {
    fail((error as Error).message);
  } finally {
    clearTimeout(late);
    await link.drain().catch(() => undefined);
  }
}

function fail(text: string): void {
  console.error(text);
  process.exitCode = 1;
}
