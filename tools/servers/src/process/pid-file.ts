import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerName } from '../types.ts';
import type { ProcessIdentity } from './identity.ts';
import { isOurs } from './identity.ts';

/** What a later run needs in order to adopt a server. */
export interface PidRecord extends ProcessIdentity {
  server: ServerName;
  version: string;
  port: number;
  /** Fingerprint of the settings it was started with: other settings need a new start. */
  settings: string;
  /** Further ports, such as the monitoring port of NATS. */
  ports?: Record<string, number>;
}

function pidFile(stateDir: string, server: ServerName): string {
  return join(stateDir, server, 'server.pid.json');
}

export function writePidRecord(stateDir: string, record: PidRecord): void {
  const file = pidFile(stateDir, record.server);
  writeFileSync(`${file}.new`, JSON.stringify(record, null, 2) + '\n', { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function removePidRecord(stateDir: string, server: ServerName): void {
  rmSync(pidFile(stateDir, server), { force: true });
}

/** The record, when the process it speaks of is alive and really ours. */
export function readLivePidRecord(stateDir: string, server: ServerName): PidRecord | undefined {
  let text: string;
  try {
    text = readFileSync(pidFile(stateDir, server), 'utf8');
  } catch {
    return undefined;
  }
  const record = parsePidRecord(text);
  return record?.server === server && isOurs(record) ? record : undefined;
}

/** Reads a record; undefined for a file that is broken or half written. */
export function parsePidRecord(text: string): PidRecord | undefined {
  try {
    const value = JSON.parse(text) as Partial<PidRecord>;
    const whole = Number.isInteger(value.pid) && Number(value.pid) > 1 && typeof value.startTime === 'string' && typeof value.marker === 'string' && value.marker !== '';
    return whole && Number.isInteger(value.port) ? (value as PidRecord) : undefined;
  } catch {
    return undefined;
  }
}
