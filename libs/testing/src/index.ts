export { buildProgram } from './build-program.ts';
export * from './cluster.ts';
export * from './members.ts';
export * from './call.ts';
export * from './constellation.ts';
export * from './stand-in.ts';
export { seeded, seededBelow } from './random.ts';
export { startPushEndpoint, type PushAnswer, type PushEndpoint, type ReceivedPush, type TestBrowser } from './push-endpoint/push-endpoint.ts';
export { deliver, drain, expectPublished } from '@unityplan/messaging/testing';
