import { exampleId } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { UnsubscribeLinks } from './unsubscribe-links.service.ts';

const links = new UnsubscribeLinks({ podSecret: 'x'.repeat(32), publicUrl: 'https://{slug}.unityplan.org' } as never);
const subscription = { memberId: exampleId(1), about: 'reply' } as const;

it('says who and why, and where to go', () => {
  const { oneClick, page } = links.of('DK', subscription);
  const token = page.split('token=')[1]!;
  expect(oneClick).toBe(`https://dk.unityplan.org/api/v1/unsubscribes/${token}`);
  expect(links.read('DK', token)).toEqual(subscription);
});

it('knows each kind of mail apart', () => {
  for (const about of ['mention', 'digest', 'watching', 'badge_awarded'] as const) expect(links.read('DK', links.sign('DK', { ...subscription, about }))).toEqual({ ...subscription, about });
});

it('believes no other territory, secret or altered token', () => {
  const token = links.sign('DK', subscription);
  expect(links.read('NO', token)).toBeUndefined();
  expect(new UnsubscribeLinks({ podSecret: 'y'.repeat(32) } as never).read('DK', token)).toBeUndefined();
  for (let i = 0; i < token.length; i++) expect(links.read('DK', `${token.slice(0, i)}${token[i] === 'A' ? 'B' : 'A'}${token.slice(i + 1)}`)).toBeUndefined();
  for (const nonsense of ['', 'x', `${token}A`, token.slice(1), `${token}=`]) expect(links.read('DK', nonsense)).toBeUndefined();
});
