import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

it('asks anew for what was there and for what was on its way, without giving up either', async () => {
  const client = new QueryClient();
  const answers: { key: string; answer: (value: number) => void; signal: AbortSignal }[] = [];
  const ask = (key: string) => ({ queryKey: ['door', key], queryFn: ({ signal }: { signal: AbortSignal }) => new Promise<number>((answer) => answers.push({ key, answer, signal })) });
  const next = async (n: number) => { while (answers.length < n) await new Promise((go) => setTimeout(go, 1)); };
  const stops = ['there', 'coming', 'other'].map((key) => new QueryObserver(client, key === 'other' ? { ...ask(key), queryKey: ['other'] } : ask(key)).subscribe(() => {}));
  await next(3);
  answers[0]!.answer(1);
  answers[2]!.answer(1);
  await new Promise((go) => setTimeout(go, 1));
  const asked = askAgain(client, { queryKey: ['door'] });
  await new Promise((go) => setTimeout(go, 5));
  expect(answers).toHaveLength(3);
  answers[1]!.answer(1);
  await next(5);
  expect([answers.slice(3).map(({ key }) => key).toSorted(), answers.some(({ signal }) => signal.aborted)]).toEqual([['coming', 'there'], false]);
  answers.slice(3).forEach(({ answer }) => answer(2));
  await asked;
  expect([client.getQueryData(['door', 'there']), client.getQueryData(['door', 'coming']), client.getQueryData(['other'])]).toEqual([2, 2, 1]);
  stops.forEach((stop) => stop());
});
