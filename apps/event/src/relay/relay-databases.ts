import type { PodDatabases } from '@unityplan/territory';
import type pg from 'pg';

/** How the relay signs in to each database of the pod: as the event service's global role, which reads every outbox row there. */
export function relayDatabases(databases: PodDatabases): pg.ClientConfig[] {
  const main = databases.connection('global', 'event');
  const [first, ...others] = databases.list();
  const login = new URL(main.connectionString!);
  return [first!, ...others].map(({ adminUrl }, n) => {
    if (n === 0) return main;
    const url = new URL(adminUrl);
    url.username = login.username;
    url.password = login.password;
    return { ...main, connectionString: url.href };
  });
}
