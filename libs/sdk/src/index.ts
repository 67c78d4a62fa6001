export { ApiProblem, type ProblemCode } from './api-problem.ts';
export { createSdk, type SdkOptions } from './create-sdk.ts';
export type { AnswerOf, Call, InputOf, OperationId, Sdk } from './operation-types.ts';
export type { ErrorCode } from './generated/codes.ts';
export type * from './generated/types.ts';
