export * from './cluster.ts';
export * from './members.ts';
export * from './call.ts';
export * from './constellation.ts';
export { deliver, drain, expectPublished } from '@unityplan/messaging/testing';
