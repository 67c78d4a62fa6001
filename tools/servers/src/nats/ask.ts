import { connect } from 'node:net';

/** What nats-server says first on every connection. */
export interface NatsInfo {
  version: string;
  server_name: string;
  jetstream?: boolean;
  domain?: string;
}

/** Connects and reads the INFO line; needs no account. */
export function askNats(host: string, port: number, timeoutMs = 5_000): Promise<NatsInfo> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let text = '';
    const end = (error?: Error): void => {
      socket.destroy();
      if (error) reject(error);
    };
    socket.setTimeout(timeoutMs, () => end(new Error('no answer in time')));
    socket.setEncoding('utf8');
    socket.on('error', end);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk: string) => {
      text += chunk;
      const line = text.indexOf('\n');
      if (line < 0) return;
      try {
        resolve(parseInfo(text.slice(0, line)));
        end();
      } catch (error) {
        end(error as Error);
      }
    });
  });
}

function parseInfo(line: string): NatsInfo {
  if (!line.startsWith('INFO ')) throw new Error('something that is not NATS answers there');
  return JSON.parse(line.slice(5)) as NatsInfo;
}
