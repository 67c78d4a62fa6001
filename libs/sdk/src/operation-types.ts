import type { operations } from './generated/types.ts';

/** Name of every call: the `id` of its contract. */
export type OperationId = keyof operations;

type Json<T> = { content: { 'application/json': T } };

// `requestBody?: never` also fits `{ requestBody?: Json<B> }`, so each part first asks whether there is anything at all.
type Field<O, Name extends string> = Name extends keyof O ? Exclude<O[Name], undefined> : never;
type Parameter<O, Place extends string> = Field<Field<O, 'parameters'>, Place>;
type Needed<O, Name extends string> = O extends { [K in Name]: object } ? true : false;
type Part<Name extends string, T, Required> = [T] extends [never] ? unknown : Required extends true ? { [K in Name]: T } : { [K in Name]?: T };

type ParamsPart<O> = Part<'params', Parameter<O, 'path'>, true>;
type QueryPart<O> = Part<'query', Parameter<O, 'query'>, Needed<Field<O, 'parameters'>, 'query'>>;
type Bytes = { content: { 'application/octet-stream': unknown } };
type BodyOf<T> = T extends Json<infer B> ? B : T extends Bytes ? Blob | Uint8Array<ArrayBuffer> : never;
type BodyPart<O> = Part<'body', BodyOf<Field<O, 'requestBody'>>, Needed<O, 'requestBody'>>;
type KeyPart<O> = Part<'idempotencyKey', [Parameter<O, 'header'>] extends [never] ? never : string, false>;

/** What one call takes: the parts its contract has, and a signal to give it up. */
export type InputOf<Id extends OperationId> = ParamsPart<operations[Id]> &
  QueryPart<operations[Id]> &
  BodyPart<operations[Id]> &
  KeyPart<operations[Id]> & { signal?: AbortSignal };

type Responses<Id extends OperationId> = operations[Id]['responses'];

/** What one call answers; `undefined` when it answers nothing. */
export type AnswerOf<Id extends OperationId> = Responses<Id>[keyof Responses<Id>] extends Json<infer A> ? A : undefined;

/** One call. The argument may be left out when nothing in it is required. */
export type Call<Id extends OperationId> = object extends InputOf<Id>
  ? (input?: InputOf<Id>) => Promise<AnswerOf<Id>>
  : (input: InputOf<Id>) => Promise<AnswerOf<Id>>;

/** A function per operation: `sdk.getTopic({ params: { topicId } })`. */
export type Sdk = { readonly [Id in OperationId]: Call<Id> };
