export { ApiProblem, type ProblemCode } from './api-problem.ts';
export { createSdk, type SdkOptions } from './create-sdk.ts';
export type { AnswerOf, Call, InputOf, OperationId, Sdk } from './operation-types.ts';
export type { ErrorCode } from './generated/codes.ts';
export type * from './generated/types.ts';
export { createLive, type Live, type LiveOptions, type LiveStatus } from './live.ts';
export type { CursorStore } from './live-cursors.ts';
export type { StreamHandlers } from './live-stream.ts';
export type { LiveTiming } from './live-timing.ts';
