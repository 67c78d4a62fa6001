import type { Findings, Ground } from '../bench.ts';
import { LoadProcess } from '../load/process.ts';
import { memoryOf, type Memory } from '../proc.ts';

/** Memory of the process of all services, now; `load` the same after everything else was measured. */
export async function measureMemory({ pod }: Ground, warm: Memory | undefined): Promise<Findings> {
  const bare = new LoadProcess();
  try {
    await bare.serve({ kind: 'serve', headers: {}, body: '' });
    const after = memoryOf(pod.servicesPid);
    const baseline = { name: 'bare node:http, pg, ws', values: [memoryOf(bare.pid).rss] };
    return {
      figures: [
        ...(warm ? [{ name: 'services in one process, RSS after warm-up', unit: 'MiB', values: [warm.rss], goal: 400, baseline }] : []),
        { name: 'services in one process, RSS after all load', unit: 'MiB', values: [after.rss], goal: 400, baseline },
        { name: '… of it anonymous', unit: 'MiB', values: [after.anonymous] },
        { name: '… proportional (PSS)', unit: 'MiB', values: [after.proportional] },
      ],
    };
  } finally {
    await bare.stop();
  }
}
