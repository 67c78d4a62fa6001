import { Controller, Module } from '@nestjs/common';
import { allRpcs, type RpcContract } from '@unityplan/contracts';
import { Answers, type AnswerContext } from '@unityplan/messaging';
import { startService, type ServiceName } from '@unityplan/service-kit';
import type { StartService } from './constellation.ts';

/** What a stand-in answers, by method: `get_people: ({ memberIds }, { territory }) => ({ people: … })`. Checked against the contract when it is sent. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each method has its own contract
export type StandInAnswers = Readonly<Record<string, (input: any, context: AnswerContext) => unknown>>;

/**
 * A service in the place of another, over real NATS: a service's tests may not import another service. Calls that the test says
 * nothing about get the answer of their contract's example. Throws for a method that the service does not have.
 */
export function standIn(name: ServiceName, answers: StandInAnswers = {}): StartService {
  const rpcs = allRpcs.filter(({ owner }) => owner === name);
  for (const method of Object.keys(answers)) if (!rpcs.some((rpc) => rpc.method === method)) throw new Error(`${name} has no call ${method}`);
  class Answering {}
  for (const rpc of rpcs) answer(Answering.prototype, rpc, answers[rpc.method] ?? (() => rpc.example.output));
  Controller()(Answering);
  class StandIn {}
  Module({ controllers: [Answering] })(StandIn);
  return (options) => startService({ ...options, name, module: StandIn });
}

function answer(prototype: object, rpc: RpcContract, run: (input: never, context: AnswerContext) => unknown): void {
  const descriptor = { value: (input: never, context: AnswerContext) => run(input, context), writable: true, enumerable: true, configurable: true };
  Object.defineProperty(prototype, rpc.method, descriptor);
  Answers(rpc)(prototype, rpc.method, descriptor as never);
}
