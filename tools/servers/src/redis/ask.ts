import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Socket } from 'node:net';

/** Logs in, PINGs and asks for the version. */
export async function askRedis(url: string, timeoutMs = 5_000): Promise<{ version: string; configFile: string }> {
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== 'redis:' && protocol !== 'rediss:') throw new Error('the address must begin with redis:// or rediss://');
  const where = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
  const socket = protocol === 'rediss:' ? connectTls({ ...where, servername: where.host }) : connect(where);
  const commands: string[][] = [];
  if (password) commands.push(['AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password)]);
  commands.push(['PING'], ['INFO', 'server']);
  const text = await converse(socket, commands.map(encode).join(''), timeoutMs);
  return { version: /^(?:valkey|redis)_version:(\S+)/m.exec(valkeyFirst(text))?.[1] ?? '0', configFile: /^config_file:(\S*)/m.exec(text)?.[1] ?? '' };
}

/** Valkey also reports redis_version 7.2.4 for old clients; its own version is the true one. */
function valkeyFirst(info: string): string {
  return /^valkey_version:.*$/m.exec(info)?.[0] ?? info;
}

/** A command as Redis wants it on the wire, whatever characters a password holds. */
export function encode(command: string[]): string {
  return `*${command.length}\r\n${command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** Sends the commands and reads until the answer to INFO is whole, or an error line comes. */
function converse(socket: Socket, request: string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(timeoutMs, () => fail(new Error('no answer in time')));
    socket.on('error', fail);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk: string) => {
      text += chunk;
      const refusal = /^-(.*)\r\n/m.exec(text);
      if (refusal) return fail(new Error(refusal[1]));
      const info = /^\$(\d+)\r\n/m.exec(text);
      if (!info || text.length < info.index + info[0].length + Number(info[1])) return;
      if (!/^\+PONG/m.test(text)) return fail(new Error('something that is not Redis answers there'));
      resolve(text);
      socket.destroy();
    });
    socket.write(request);
  });
}
