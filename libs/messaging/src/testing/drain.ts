/** Empties relay and consumers, again until handlers publish nothing more; so that no test sleeps. */
export async function drain(relay: { drain(): Promise<void> }, ...servers: { drain(): Promise<void> }[]): Promise<void> {
  for (let round = 0; round < servers.length + 1; round++) {
    await relay.drain();
    for (const server of servers) await server.drain();
  }
}
