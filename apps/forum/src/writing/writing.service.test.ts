import { commonErrors, Problem } from '@unityplan/contracts';
import type { RpcClient } from '@unityplan/messaging';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ForumMetrics } from '../events.ts';
import { WritingService } from './writing.service.ts';

const mentionsUnresolved = vi.fn();
const away = { call: () => Promise.reject(new Problem(commonErrors.deadline_exceeded)) } as unknown as RpcClient;
const writing = new WritingService(away, { mentionsUnresolved } as unknown as ForumMetrics);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

it('counts a text that is put off for its mentions, and no preview', async () => {
  expect(await writing.preview('DK', 'Hej @ida')).toBe('<p>Hej @ida</p>');
  expect(mentionsUnresolved).not.toHaveBeenCalled();
  const put = expect(writing.write('DK', '01900000-0000-7000-8000-000000000001', 'Hej @ida')).rejects.toMatchObject({ contract: commonErrors.service_unavailable });
  vi.setSystemTime(Date.now() + 60_000);
  await put;
  expect(mentionsUnresolved).toHaveBeenCalledOnce();
});
