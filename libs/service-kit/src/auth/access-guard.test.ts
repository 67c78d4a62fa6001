import 'reflect-metadata';
import { territory as contracts } from '@unityplan/contracts';
import { loadRegistry } from '@unityplan/territory';
import { expect, it, vi } from 'vitest';
import { contextHeader, signContext } from '../http/gateway-context.ts';
import { Route } from '../http/route.ts';
import { AccessGuard } from './access-guard.ts';

const key = Buffer.alloc(32, 7);
class Handlers {
  current(): void {}
}
Route(contracts.getCurrentTerritory)(Handlers.prototype, 'current', Object.getOwnPropertyDescriptor(Handlers.prototype, 'current')!);

const row = { id: 'DK', kind: 'country', name_en: 'Denmark', name_da: 'Danmark', name_own: null, parent_territory: null, sovereign_id: 'DK', geographic_countries: ['DK'], default_language: 'da', pod_id: 'dk', status: 'active', routing_epoch: 2 };
/** A service whose registry was read when the table said `first`; since then it says `now`. */
async function service(first: object[], now: object[]) {
  const source = { query: vi.fn(async () => ({ rows: now as unknown[] })) };
  source.query.mockResolvedValueOnce({ rows: first });
  const guard = new AccessGuard({} as never, await loadRegistry(source), key, {} as never);
  const call = (territory: string, routingEpoch: number) => {
    const request = { headers: { [contextHeader]: signContext({ territory, ip: '192.0.2.1', routingEpoch }, key) } };
    const context = { getType: () => 'http', getHandler: () => Handlers.prototype.current, switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }) };
    return guard.canActivate(context as never).then(() => 'in', (error: { contract: { code: string } }) => error.contract.code);
  };
  return { call, source };
}

it('lets in by what it knows, without a read, when the gateway knows nothing newer', async () => {
  const { call, source } = await service([row], [{ ...row, status: 'suspended', routing_epoch: 3 }]);
  expect(await call('DK', 2)).toBe('in');
  expect(source.query).toHaveBeenCalledTimes(1);
});

it('reads again before it answers for a territory that the gateway knows better', async () => {
  const { call } = await service([row], [{ ...row, status: 'suspended', routing_epoch: 3 }, { ...row, id: 'NO', routing_epoch: 2 }]);
  expect(await call('NO', 2)).toBe('in');
  const other = await service([{ ...row, status: 'suspended' }], [{ ...row, routing_epoch: 3 }]);
  expect(await other.call('DK', 3)).toBe('in');
});

it.each([['suspended', 'territory_suspended'], ['archived', 'territory_archived'], ['listed', 'territory_unavailable']])('says of a territory that is %s what it is', async (status, code) => {
  expect(await (await service([{ ...row, status }], [])).call('DK', 2)).toBe(code);
});

it('knows no territory that nobody registered', async () => expect(await (await service([], [])).call('DK', 2)).toBe('territory_unknown'));
