import { commonErrors, exampleId, files, Problem } from '@unityplan/contracts';
import type { RpcClient } from '@unityplan/messaging';
import type { Logger } from '@unityplan/telemetry';
import { expect, it, vi } from 'vitest';
import type { CourseDb } from '../db/schema.ts';
import { document } from '../testing/documents.ts';
import { DraftFiles } from './draft-files.service.ts';
import type { DraftsRepository } from './drafts.repository.ts';

const pictures = [1, 2, 3].map((n) => exampleId(n));
const illustrated = document();
illustrated.modules[0]!.lessons[0]!.blocks.push(...pictures.map((fileId) => ({ kind: 'image' as const, id: `p${fileId.slice(-1)}`, fileId, alt: { en: 'A harbour' } })));

/** How often the files service was asked while it answers each time with this refusal. */
async function asked(refusal: Problem): Promise<number> {
  const call = vi.fn(() => Promise.reject(refusal));
  const draftFiles = new DraftFiles({} as CourseDb, { call } as unknown as RpcClient, {} as DraftsRepository, { warn: vi.fn() } as unknown as Logger);
  await draftFiles.keep('DK', { courseId: exampleId(9), savedBy: exampleId(8), document: illustrated, attached: [] });
  return call.mock.calls.length;
}

it('asks a files service that is away once per save', async () => expect(await asked(new Problem(commonErrors.deadline_exceeded))).toBe(1));

it('asks for each picture when one of them is refused', async () => expect(await asked(new Problem(files.filesErrors.file_gone))).toBe(pictures.length));
