import { fillSentence, Problem } from '@unityplan/contracts';
import { isAway, isTerritoryError, MigrationError } from '@unityplan/territory';
import type { Failure } from '@unityplan/territory-service/life';

/** What others do at the same time, which ends by itself: a lock that somebody holds, a database that somebody uses. */
const busy = /^(55P03|55006|40P01|40001)$/;
const busyWords = /holds .* for too long|tuple concurrently updated/i;

/** Whether trying again may help. */
export function isPassing(error: unknown): boolean {
  return chain(error).some((one) => isAway(one) || busy.test(one.code ?? '') || busyWords.test(one.message));
}

const byOperator = { en: 'Nothing was lost. Ask the operator of the pod, then order it again.', da: 'Intet er tabt. Spørg den, der driver poden, og bestil det så igen.' };
const sentences: Readonly<Record<string, { en: string; da: string }>> = {
  ADMIN_CANNOT_CREATE_ROLES: { en: 'The provisioner’s database user may not make roles, schemas or databases.', da: 'Provisionerens databasebruger må ikke oprette roller, skemaer eller databaser.' },
  MIGRATION_REFUSED: { en: 'The pod’s database does not fit this release.', da: 'Podens database passer ikke til denne udgave.' },
  '42501': { en: 'The provisioner’s database user lacks a right it needs.', da: 'Provisionerens databasebruger mangler en rettighed.' },
  '53100': { en: 'The disk of the database is full.', da: 'Databasens disk er fuld.' },
};
const anything = { en: 'The territory could not be built.', da: 'Territoriet kunne ikke bygges.' };

/** A failure as managers read it, in both languages, and as the operator reads it. */
export function failureOf(error: unknown): Failure {
  const detail = chain(error).map(({ message }) => message).filter(Boolean).join(' · ').slice(0, 2_000);
  const problem = chain(error).find((one) => one instanceof Problem);
  if (problem instanceof Problem) return { ...sentenceOf(problem), detail };
  const what = chain(error).map(({ code }) => sentences[code ?? '']).find(Boolean) ?? anything;
  return { en: `${what.en} ${byOperator.en}`, da: `${what.da} ${byOperator.da}`, detail };
}

function sentenceOf({ contract, params }: Problem): { en: string; da: string } {
  const filled = (text: string): string => fillSentence(text, params);
  return { en: filled(`${contract.title.en} ${contract.mend.en}`), da: filled(`${contract.title.da} ${contract.mend.da}`) };
}

type Cause = Error & { code?: string };

/** The error, what caused it, and what failed in each schema. */
function chain(error: unknown): Cause[] {
  if (!(error instanceof Error)) return [Object.assign(new Error(String(error)))];
  const inner = isTerritoryError(error, 'MIGRATION_FAILED') && error instanceof MigrationError ? error.report.schemas.flatMap(({ error: one }) => (one ? [one] : [])) : [];
  return [error as Cause, ...[...inner, ...(error.cause === undefined ? [] : [error.cause])].flatMap(chain)];
}
