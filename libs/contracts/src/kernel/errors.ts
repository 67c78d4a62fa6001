import { z } from 'zod';

/** A sentence in each language the product speaks. `{name}` places are filled from the problem's `params`. */
export interface Sentence {
  readonly en: string;
  readonly da: string;
}

/** One error a person or program can meet: its HTTP status, what happened (`title`) and what to do about it (`mend`). */
export interface ErrorContract<Code extends string = string> {
  readonly code: Code;
  readonly status: number;
  readonly title: Sentence;
  readonly mend: Sentence;
}

/** What an owner writes down per code; the code itself is the key. */
export type ErrorTexts = Record<string, Omit<ErrorContract, 'code'>>;

const errorLists = new WeakSet<object>();
/** Whether something was made by `defineErrors`: so the registry finds the errors of every owner. */
export function isErrorList(value: unknown): value is Readonly<Record<string, ErrorContract>> {
  return typeof value === 'object' && value !== null && errorLists.has(value);
}

/** Declares the errors of one owner. Codes are global, so they start with the owner's noun (`topic_closed`). */
export function defineErrors<const T extends ErrorTexts>(errors: T): { [K in keyof T & string]: ErrorContract<K> } {
  const out: Record<string, ErrorContract> = {};
  for (const [code, error] of Object.entries(errors)) out[code] = { code, ...error };
  errorLists.add(out);
  return out as { [K in keyof T & string]: ErrorContract<K> };
}

/** Fills `{name}` places of a sentence. Unknown names stay visible so that a missing parameter is noticed. */
export function fillSentence(text: string, params: Readonly<Record<string, unknown>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? told(params[name]) : whole));
}

/** A parameter may be a sentence itself; whoever knows the reader's language has put it in already. */
function told(param: unknown): string {
  return typeof param === 'object' && param !== null && 'en' in param ? String(param.en) : String(param);
}

/** One fault of one input field: `path` is dotted from the part it is in (`body.title`). */
export const fieldFault = z.object({ path: z.string(), message: z.string() });

/** The answer to every failed call: RFC 9457 `application/problem+json` with a stable `code`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  faults: z.array(fieldFault).optional(),
  traceId: z.string().optional(),
});
export type ProblemBody = z.infer<typeof problem>;
export type FieldFault = z.infer<typeof fieldFault>;

/** Thrown anywhere in a service to refuse a call; the edge turns it into problem+json in the caller's language. */
export class Problem extends Error {
  readonly contract: ErrorContract;
  readonly params: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[] | undefined;
  constructor(contract: ErrorContract, params: Readonly<Record<string, unknown>> = {}, faults?: readonly FieldFault[]) {
    super(fillSentence(`${contract.title.en} ${contract.mend.en}`, params));
    this.name = 'Problem';
    this.contract = contract;
    this.params = params;
    this.faults = faults;
  }
}
