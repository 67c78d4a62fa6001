import { OrdersRepository } from '@unityplan/territory-service/life';
import { addressOf, type Surroundings } from './surroundings.ts';

const words = { country: 'country', first_nation: 'First Nation', community: 'community' } as const;

/** Prints the territories of the pod, why one is closed, and what is being made. */
export async function list(all: boolean, { pod, db, registry, print }: Surroundings): Promise<number> {
  const shown = registry.all().filter(({ podId, status }) => all || (podId === pod.podId && status !== 'listed'));
  const reasons = await db.global.read((reader) =>
    reader.selectFrom('territory_status_changes').select(['territory', 'reason', 'changed_at']).distinctOn('territory').orderBy('territory').orderBy('id', 'desc').execute());
  const lines = shown.map(({ id, kind, status, names, podId, database }) => {
    const closed = status === 'suspended' || status === 'archived' ? reasons.find(({ territory }) => territory === id) : undefined;
    const where = podId === pod.podId ? `${addressOf(pod, id)}${database ? `, in ${database}` : ''}` : podId === null ? '' : `pod ${podId}`;
    return [id, status, words[kind], names.own ?? names.en, closed ? `${where} since ${closed.changed_at.toISOString().slice(0, 10)}: ${closed.reason}` : where];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...lines.map((line) => line[column]!.length)));
  for (const line of lines) print(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  if (lines.length === 0) print('This pod serves no territory yet.');
  const open = await db.global.read((reader) => new OrdersRepository().open(reader));
  for (const { territory, step, detail } of open) print(`being made: ${territory} (${step})${detail ? `: ${detail}` : ''}`);
  return 0;
}
