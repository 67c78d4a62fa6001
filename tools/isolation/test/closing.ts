import { expect, it } from 'vitest';
import { differences, settled, type Fingerprint } from '../src/fingerprints.ts';
import { operate } from '../src/operator.ts';
import { readers } from '../src/probes/index.ts';
import type { Proof } from '../src/proof.ts';
import { closed, closedIds, type TerritoryId } from '../src/territories.ts';
import { callsInTheNameOf } from '../src/ways/closed.ts';
import { listen, streamsOf, ticketOf } from '../src/ways/live.ts';
import { sendRaw } from '../src/ways/raw.ts';

/** Two territories are closed; what they held then must be what they hold when `staysClosed` looks. */
export function closes(proof: Proof): { staysClosed: () => void } {
  let asTheyWere: ReadonlyMap<TerritoryId, Fingerprint>;

  it('shuts a suspended and an archived territory: who follows them live is sent away, and comes in again neither there nor next door', async () => {
    const { pod, estates, belongings } = proof;
    const inside = await Promise.all(closedIds.map(async (territory) => {
      const of = estates[territory];
      const listener = await listen(pod.port, of.host, await ticketOf(pod, of, of.people.author), streamsOf(of));
      expect([...listener.open].sort()).toEqual(streamsOf(of).filter((stream) => !stream.startsWith('member:') || stream.endsWith(of.people.author.memberId)).sort());
      return { territory, of, listener, later: await ticketOf(pod, of, of.people.author), elsewhere: await ticketOf(pod, of, of.people.author) };
    }));
    await proof.close();
    for (const { territory, of, listener, later, elsewhere } of inside) {
      expect(await listener.ended).toBeGreaterThan(1_000);
      const heard = listener.frames.length;
      expect((await listen(pod.port, of.host, later, streamsOf(of))).frames).toEqual([]);
      const upgrade = `GET /ws HTTP/1.1\r\nhost: ${of.host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
      expect((await sendRaw(pod.port, upgrade)).toString()).toMatch(new RegExp(`^HTTP/1\\.1 403 [^]*"code":"territory_${closed[territory]}"`));
      const nextDoor = await listen(pod.port, estates.DE.host, elsewhere, streamsOf(of));
      expect([nextDoor.open.size, nextDoor.frames.some((frame) => belongings.in(frame).length > 0)]).toEqual([0, false]);
      expect(listener.frames).toHaveLength(heard);
    }
    asTheyWere = await settled(pod, closedIds);
  });

  it('answers everyone at a closed territory’s hosts that it is closed, in one way, and asks no service in its name', async () => {
    for (const territory of closedIds) {
      const calls = await callsInTheNameOf(proof.pod, territory, async () => expect([territory, await proof.knock(territory, false)]).toEqual([territory, []]));
      expect([territory, calls]).toEqual([territory, []]);
    }
  });

  return {
    staysClosed: () =>
      it('changes nothing in closed territories, whatever was tried; what is open again shows its people what they had', async () => {
        expect(differences(asTheyWere, await settled(proof.pod, closedIds))).toEqual([]);
        await proof.reopen('IT');
        const wrong: string[] = [];
        for (const operation of proof.operations.filter(({ id }) => readers.has(id))) wrong.push(...(await proof.control(operation, 'IT')));
        expect(wrong).toEqual([]);
        expect(await operate(proof.pod, 'resume', 'PT', '--reason', 'For the proof')).toMatchObject({ code: 2, said: expect.stringContaining('closed for good') });
        expect(await proof.knock('PT', true)).toEqual([]);
      }),
  };
}
