import type { ServerName } from './types.ts';

/** What each server must be; used in sentences. */
export const wantedVersions: Record<ServerName, string> = {
  postgres: 'version 15 to 18',
  nats: 'version 2.10.27 or newer',
  redis: 'Redis 7 or newer, or Valkey 7 or newer',
};

/** Finds the version in what `--version` or a handshake says; undefined when there is none. */
export function parseVersion(output: string): string | undefined {
  // redis-server prints "Redis server v=7.0.15 sha=...", PostgreSQL "postgres (PostgreSQL) 15.18 (Debian ...)", betas "18beta1".
  return /(?:v=?|\s|^)(\d+(?:\.\d+)*)/m.exec(output)?.[1];
}

/** Negative when a is older than b. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether UnityPlan works with this version. */
export function acceptsVersion(server: ServerName, version: string): boolean {
  switch (server) {
    case 'postgres':
      return majorOf(version) >= 15 && majorOf(version) <= 18;
    case 'nats':
      return compareVersions(version, '2.10.27') >= 0;
    case 'redis':
      return majorOf(version) >= 7;
  }
}

/** 15 of 15.18. */
export function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}
