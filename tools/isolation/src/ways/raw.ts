import { connect } from 'node:net';
import type { Estate } from '../estate/estate.ts';

/** Requests that no client library would send: two hosts, none, a second request inside the first. All bear a token of `home`. */
export function rawRequests(home: Estate, other: Estate): readonly { readonly name: string; readonly text: string }[] {
  const target = `/api/v1/topics/${other.forum.gated.topicId}/posts`;
  const token = `Authorization: Bearer ${home.people.author.token}`;
  const last = 'Connection: close';
  const get = (at: string, ...lines: string[]): string => [`GET ${at} HTTP/1.1`, ...lines, token, last, '', ''].join('\r\n');
  const inner = `GET ${target} HTTP/1.1\r\nHost: ${other.host}\r\n${token}\r\n${last}\r\n\r\n`;
  const previews = 'POST /api/v1/previews HTTP/1.1';
  return [
    { name: 'home then other', text: get(target, `Host: ${home.host}`, `Host: ${other.host}`) },
    { name: 'other then home', text: get(target, `Host: ${other.host}`, `Host: ${home.host}`) },
    { name: 'absolute form of the other', text: get(`http://${other.host}${target}`, `Host: ${home.host}`) },
    { name: 'absolute form of home', text: get(`http://${home.host}${target}`, `Host: ${other.host}`) },
    { name: 'no host', text: get(target) },
    { name: 'empty host', text: get(target, 'Host:') },
    { name: 'host with a tab', text: get(target, `Host:\t${other.host}\t`) },
    { name: 'host in a folded line', text: get(target, `Host: ${home.host}`, ` ${other.host}`) },
    { name: 'control character in host', text: get(target, `Host: ${home.host}\u000b${other.host}`) },
    { name: 'HTTP/1.0 without host', text: [`GET ${target} HTTP/1.0`, token, '', ''].join('\r\n') },
    { name: 'two tokens', text: get(target, `Host: ${other.host}`, `Authorization: Bearer ${home.people.manager.token}`) },
    { name: 'two requests on a line', text: `GET /api/v1/categories HTTP/1.1\r\nHost: ${home.host}\r\n${token}\r\n\r\n${inner}` },
    { name: 'length and chunks', text: [previews, `Host: ${home.host}`, token, 'Content-Type: application/json', 'Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', inner].join('\r\n') },
    { name: 'two lengths', text: [previews, `Host: ${home.host}`, token, 'Content-Type: application/json', 'Content-Length: 2', `Content-Length: ${inner.length + 2}`, '', `{}${inner}`].join('\r\n') },
    { name: 'upgrade to another', text: get('/ws', `Host: ${home.host}`, `Host: ${other.host}`, 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==') },
  ];
}

/** Sends text as it is; answers everything that comes until the line is closed, or falls silent. */
export function sendRaw(port: number, text: string, silenceMs = 500): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    // Before the first byte a busy pod may take its time.
    socket.setTimeout(20_000, () => socket.destroy());
    socket.on('data', (part) => {
      parts.push(part);
      socket.setTimeout(silenceMs);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? undefined : reject(error)));
    socket.on('close', () => resolve(Buffer.concat(parts)));
  });
}
