import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that cuts each connection after a number of bytes from the server, or stalls it, on a seeded schedule. */
export async function faultProxy(target: string, random: () => number, options: { cuts: number }) {
  const { hostname, port } = new URL(target);
  let cutsLeft = options.cuts;
  let cut = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect({ host: hostname, port: Number(port) });
    open.add(client).add(upstream);
    // The handshake is some 200 bytes; a frame some 350. A cut falls before, between and in the middle of frames.
    let left = cutsLeft-- > 0 ? 100 + Math.floor(random() * 3_000) : Infinity;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
      open.delete(upstream);
    };
    for (const side of [client, upstream]) side.on('error', end).on('close', end);
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      const passed = chunk.subarray(0, Math.max(0, left));
      left -= chunk.length;
      if (left > 0) return void client.write(passed);
      cut++;
      if (random() < 0.5) client.write(passed, end);
      else end(); // what was on the way is lost as well
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cut,
    stop: () => new Promise<void>((done) => { for (const socket of open) socket.destroy(); server.close(() => done()); }),
  };
}
