import { Belongings } from './canaries.ts';
import { callerOf } from './estate/caller.ts';
import { furnishAll, type Estates } from './estate/estate.ts';
import { renew } from './estate/people.ts';
import { differences, settled } from './fingerprints.ts';
import { Brought, inspect, Tally, type Finding } from './inspect.ts';
import { isEntitled, wireOf, type Mix, type Scene } from './mixes.ts';
import { operationsAt, type Operation } from './operations.ts';
import { inParallel, type Case } from './plan.ts';
import type { Layout } from './layout.ts';
import { operate } from './operator.ts';
import { startPod, type Pod } from './pod.ts';
import { probes } from './probes/index.ts';
import { crossings } from './probes/crossings.ts';
import { closed, closedIds, everywhere, territories, type ClosedId, type TerritoryId } from './territories.ts';
import { fileKnocks, knocks, wrongWith } from './ways/closed.ts';
import { send, type Wire } from './wire.ts';

const atOnce = 8;
const renewAfterMs = 4 * 60_000;

/** A furnished pod, and everything that is asked of it. */
export class Proof {
  readonly belongings = new Belongings();
  readonly tally = new Tally();
  readonly brought = new Brought();
  readonly cursors = new Map<string, string>();
  pod!: Pod;
  estates!: Estates;
  operations!: readonly Operation[];
  scene!: Scene;
  private signedInAt = Date.now();
  private readonly layout: Layout;
  constructor(layout: Layout) {
    this.layout = layout;
  }

  async start(): Promise<this> {
    this.pod = await startPod(this.layout);
    this.estates = await furnishAll(this.pod, this.belongings);
    const known = Object.keys(probes);
    this.operations = (await operationsAt(this.pod.port, this.estates.DE.host)).toSorted((a, b) => known.indexOf(a.id) - known.indexOf(b.id));
    this.scene = { port: this.pod.port, estates: this.estates, cursors: this.cursors };
    return this;
  }

  /** Renews everyone's tokens when they are no longer new. */
  async keepSignedIn(): Promise<void> {
    if (Date.now() - this.signedInAt < renewAfterMs) return;
    this.signedInAt = Date.now();
    for (const territory of territories) await this.renewAll(territory);
  }

  private async renewAll(territory: TerritoryId): Promise<void> {
    const { host, people } = this.estates[territory];
    for (const person of Object.values(people)) await renew(person, host, callerOf(this.pod.port, territory));
  }

  /** The operator closes those that are to be closed; answers when every service knows. */
  async close(): Promise<void> {
    for (const territory of closedIds) {
      const { code, said } = closed[territory] === 'suspended' ? await operate(this.pod, 'suspend', territory, '--reason', 'For the proof') : await operate(this.pod, 'archive', territory, '--reason', 'For the proof', '--for-good');
      if (code !== 0) throw new Error(said);
    }
    await this.pod.resources.registry.refresh();
    await this.pod.drain();
  }

  /** The operator opens a suspended one again: its people come back with what they had. */
  async reopen(territory: ClosedId): Promise<void> {
    const { code, said } = await operate(this.pod, 'resume', territory, '--reason', 'For the proof');
    if (code !== 0) throw new Error(said);
    await this.pod.resources.registry.refresh();
    await this.renewAll(territory);
  }

  /** Asks a closed territory for everything; answers which of its answers were not that it is closed, or (not `exact`) were no refusals. */
  async knock(territory: ClosedId, quick: boolean, exact = true): Promise<string[]> {
    const wrong: string[] = [];
    const ask = async (wire: Wire, tricked: boolean): Promise<void> => {
      const answer = await send(this.pod.port, wire);
      this.tally.add(answer.status);
      wrong.push(...wrongWith(answer, wire, territory, this.belongings, tricked).map((said) => `${wire.method} ${wire.target}: ${said}`));
    };
    await inParallel(knocks(this.operations, territory, quick), atOnce, ({ operation, probe, mix }) => ask(wireOf(operation, probe, mix, this.scene), !exact || mix.trick !== 'none'));
    await inParallel(fileKnocks(this.estates[territory], this.pod.port), atOnce, (wire) => ask(wire, !exact));
    return wrong;
  }

  /** What is wrong with the answer that a territory's own people get: a probe that fails at home would prove nothing elsewhere. */
  async control(operation: Operation, territory: TerritoryId): Promise<string[]> {
    const probe = probes[operation.id]!;
    const mix: Mix = { host: territory, ids: territory, bearer: probe.as === 'guest' ? 'none' : territory, cookie: 'none', trick: 'none' };
    const { answer, leaked } = await this.look(wireOf(operation, probe, mix, this.scene), territory, true);
    const said = `${operation.id} in ${territory}: ${answer.status} ${answer.body.toString().slice(0, 300)}`;
    const right = probe.gives === undefined ? answer.status < 300 : answer.status === probe.gives;
    const shown = this.belongings.in(answer.body).some((one) => one.territory === territory && (probe.shows === 'open' || one.reach === probe.shows));
    return [...(right ? [] : [said]), ...(shown || probe.shows === undefined ? [] : [`shows nothing of its own: ${said}`]), ...leaked.map((text) => `shows ${text}: ${said}`)];
  }

  private look(wire: Wire, host: TerritoryId, entitled: boolean) {
    const { belongings, brought, tally } = this;
    return inspect(wire, { port: this.pod.port, host, entitled, belongings, brought, tally });
  }

  /** Notes where every list of every territory goes on, for its own people. */
  async collectCursors(): Promise<void> {
    for (const operation of this.operations.filter(({ paged }) => paged))
      for (const territory of everywhere) {
        const probe = probes[operation.id]!;
        const wire = wireOf(operation, probe, { host: territory, ids: territory, bearer: probe.as === 'guest' ? 'none' : territory, cookie: 'none', trick: 'none' }, this.scene);
        const answer = await send(this.pod.port, { ...wire, target: `${wire.target}${wire.target.includes('?') ? '&' : '?'}limit=1` });
        const next = answer.status === 200 ? (JSON.parse(answer.body.toString()) as { next?: string | null }).next : undefined;
        if (next) this.cursors.set(`${territory} ${operation.id}`, next);
      }
  }

  /** Sends cases; answers what leaked, and where the pod broke. */
  async run(cases: readonly Case[]): Promise<{ leaks: Finding[]; broken: string[] }> {
    const leaks: Finding[] = [];
    const broken: string[] = [];
    await inParallel(cases, atOnce, async ({ operation, probe, mix }) => {
      const { answer: { status }, leaked } = await this.look(wireOf(operation, probe, mix, this.scene), mix.host, isEntitled(mix, probe));
      if (leaked.length > 0) leaks.push({ operation: operation.id, mix, status, leaked: leaked.slice(0, 5) });
      if (status >= 500) broken.push(`${operation.id} ${status} ${JSON.stringify(mix)}`);
    });
    return { leaks, broken };
  }

  /** Sends every crossing from one territory into another; answers what leaked. */
  async cross(home: TerritoryId, other: TerritoryId): Promise<string[]> {
    const wrong: string[] = [];
    for (const [n, { operation: id, as, ask }] of crossings.entries()) {
      const operation = this.operations.find((one) => one.id === id)!;
      const probe = { as, ask: () => ask(this.estates[home], this.estates[other]) };
      const wire = wireOf(operation, probe, { host: home, ids: other, bearer: home, cookie: 'none', trick: 'none' }, this.scene);
      const { answer, leaked } = await this.look({ ...wire, headers: { ...wire.headers, 'idempotency-key': `crossing-${n}-to-${other}` } }, home, true);
      if (leaked.length > 0 || answer.status >= 500) wrong.push(`${id} from ${home} to ${other}: ${answer.status} ${leaked.join(', ')} ${answer.body.toString().slice(0, 200)}`);
    }
    return wrong;
  }

  /** Does work; answers which tables of these territories are not as they were. */
  async changesIn(watched: readonly TerritoryId[], work: () => Promise<unknown>): Promise<string[]> {
    await this.keepSignedIn();
    const before = await settled(this.pod, watched);
    await work();
    return differences(before, await settled(this.pod, watched));
  }

  /** Does work at one territory's host; answers which tables of the others are not as they were. */
  changesElsewhere(host: TerritoryId, work: () => Promise<unknown>): Promise<string[]> {
    return this.changesIn(territories.filter((one) => one !== host), work);
  }

  /** Sends cases at one host. Those without a right to be there may change nothing anywhere, the others nothing elsewhere. */
  async trial(host: TerritoryId, cases: readonly Case[]): Promise<{ leaks: Finding[]; broken: string[]; changed: string[] }> {
    const mayChange = ({ operation, probe, mix }: Case): boolean => isEntitled(mix, probe) || operation.access === 'public';
    const found: { leaks: Finding[]; broken: string[]; changed: string[] } = { leaks: [], broken: [], changed: [] };
    for (const right of [false, true]) {
      const watched = right ? territories.filter((one) => one !== host) : territories;
      const changed = await this.changesIn(watched, async () => {
        const { leaks, broken } = await this.run(cases.filter((one) => mayChange(one) === right));
        found.leaks.push(...leaks);
        found.broken.push(...broken);
      });
      found.changed.push(...changed);
    }
    return found;
  }

  stop(): Promise<void> {
    return this.pod?.stop() ?? Promise.resolve();
  }
}
