import type { ServerName } from '../types.ts';
import type { PrivateApt } from './apt.ts';

/** The packages that hold the programs we run; shared libraries are found by asking the programs. */
export async function mainPackages(server: ServerName, apt: PrivateApt): Promise<string[]> {
  switch (server) {
    case 'nats':
      return ['nats-server'];
    case 'redis':
      return ['redis-server', 'redis-tools'];
    case 'postgres': {
      for (const major of [18, 17, 16, 15]) {
        if (await apt.candidate(`postgresql-${major}`)) return [`postgresql-${major}`, `postgresql-client-${major}`, 'libpq5'];
      }
      throw new Error('the package lists have no PostgreSQL 15 to 18');
    }
  }
}
