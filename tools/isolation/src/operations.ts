import { send } from './wire.ts';

/** An operation of the API as the running door documents it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly access: 'public' | 'member' | 'gate';
  readonly paged: boolean;
  readonly bytes: boolean;
}
interface Described {
  readonly operationId: string;
  readonly 'x-access': Operation['access'];
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

/** Reads the running OpenAPI document. */
export async function operationsAt(port: number, host: string): Promise<Operation[]> {
  const answer = await send(port, { method: 'GET', target: '/api/openapi.json', headers: { host } });
  if (answer.status !== 200) throw new Error(`The door shows no OpenAPI document: ${answer.status}`);
  const { paths } = JSON.parse(answer.body.toString()) as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({
    id: described.operationId, method: method.toUpperCase(), path, access: described['x-access'],
    paged: (described.parameters ?? []).some(({ name }) => name === 'cursor'),
    bytes: described.requestBody !== undefined && !('application/json' in described.requestBody.content),
  })));
}
