import { ApiProblem } from '@unityplan/sdk';
import { describe, expect, it } from 'vitest';
import { chunkBytes, sendFile, type Phase, type SendOptions, type UploadCalls } from './send-file.ts';

const lost = () => new ApiProblem({ status: 0, code: 'network_unreachable' });

/** A server that keeps what arrives, and can be told to fail. */
function server(byteLength: number) {
  const kept = new Uint8Array(byteLength);
  let offset = 0;
  let failures: (() => Error)[] = [];
  let answersLost = 0;
  const calls: string[] = [];
  const upload = () => ({ fileId: 'f', purpose: 'avatar', fileName: 'a.png', byteLength, offset, state: 'receiving', expiresAt: '' }) as Awaited<ReturnType<UploadCalls['getUpload']>>;
  const fail = () => { const next = failures.shift(); if (next) throw next(); };
  const api: UploadCalls = {
    startUpload: () => { calls.push('start'); fail(); return Promise.resolve(upload()); },
    getUpload: () => { calls.push('get'); fail(); return Promise.resolve(upload()); },
    sendChunk: async ({ params, body }) => {
      calls.push(`chunk ${params.offset}`);
      fail();
      if (params.offset > offset) throw new ApiProblem({ status: 409, code: 'upload_gap' });
      const bytes = new Uint8Array(await (body as Blob).arrayBuffer());
      kept.set(bytes, params.offset);
      offset = Math.max(offset, params.offset + bytes.length);
      if (answersLost-- > 0) throw lost();
      return upload();
    },
    completeUpload: () => { calls.push('complete'); fail(); return Promise.resolve({ fileId: 'f' } as Awaited<ReturnType<UploadCalls['completeUpload']>>); },
  };
  return { api, calls, kept, forget: (to: number) => { offset = to; }, failWith: (...errors: (() => Error)[]) => { failures = errors; }, loseAnswers: (count: number) => { answersLost = count; }, at: (to: number) => { offset = to; } };
}

const bytes = Uint8Array.from({ length: chunkBytes * 2 + 100 }, (_, index) => index % 251);
const file = new Blob([bytes]);
const options = (rest: Partial<SendOptions> = {}): SendOptions => ({ purpose: 'avatar', fileName: 'a.png', signal: new AbortController().signal, onUpload: () => {}, onProgress: () => {}, rest: () => Promise.resolve(), ...rest });

describe('sending a file', () => {
  it('sends it in pieces and says how far it is', async () => {
    const there = server(bytes.length);
    const seen: [number, Phase][] = [];
    await sendFile(there.api, file, options({ onProgress: (sent, phase) => seen.push([sent, phase]) }));
    expect(there.calls).toEqual(['start', 'chunk 0', `chunk ${chunkBytes}`, `chunk ${chunkBytes * 2}`, 'complete']);
    expect(seen).toEqual([[0, 'sending'], [chunkBytes, 'sending'], [chunkBytes * 2, 'sending'], [bytes.length, 'finishing']]);
    expect(there.kept).toEqual(bytes);
  });

  it('waits for a lost connection and repeats what may not have arrived', async () => {
    const there = server(bytes.length);
    there.failWith(lost, lost);
    there.loseAnswers(1);
    const phases = new Set<Phase>();
    await sendFile(there.api, file, options({ onProgress: (_, phase) => phases.add(phase) }));
    expect(phases).toEqual(new Set(['waiting', 'sending', 'finishing']));
    expect(there.kept).toEqual(bytes);
  });

  it('goes on where an earlier upload stopped', async () => {
    const there = server(bytes.length);
    there.kept.set(bytes.subarray(0, chunkBytes));
    there.at(chunkBytes);
    await sendFile(there.api, file, options({ resume: 'f' }));
    expect(there.calls).toEqual(['get', `chunk ${chunkBytes}`, `chunk ${chunkBytes * 2}`, 'complete']);
    expect(there.kept).toEqual(bytes);
  });

  it('begins anew when that one is gone', async () => {
    const there = server(bytes.length);
    there.failWith(() => new ApiProblem({ status: 410, code: 'file_gone' }));
    await sendFile(there.api, file, options({ resume: 'f' }));
    expect(there.calls.slice(0, 2)).toEqual(['get', 'start']);
  });

  it('asks where to go on when the server has less than it said', async () => {
    const there = server(bytes.length);
    const calls = { ...there.api, startUpload: async (input: Parameters<UploadCalls['startUpload']>[0]) => ({ ...(await there.api.startUpload(input)), offset: chunkBytes }) };
    await sendFile(calls, file, options());
    expect(there.calls).toContain('get');
    expect(there.kept).toEqual(bytes);
  });

  it('tells what is refused, and stops when it is given up', async () => {
    const there = server(bytes.length);
    there.failWith(() => new ApiProblem({ status: 413, code: 'file_too_large' }));
    await expect(sendFile(there.api, file, options())).rejects.toMatchObject({ code: 'file_too_large' });
    const stop = new AbortController();
    stop.abort();
    await expect(sendFile(server(1).api, file, options({ signal: stop.signal }))).rejects.toThrow();
  });
});
