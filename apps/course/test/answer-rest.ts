import { allRpcs, commonErrors, Problem, type RpcContract } from '@unityplan/contracts';
import { Answers } from '@unityplan/messaging';

/** A service answers everything its contracts promise: calls that no test of ours makes are refused. */
export function answerRest(standIn: { prototype: object }, owner: string, ...answered: readonly RpcContract[]): void {
  for (const rpc of allRpcs.filter((one) => one.owner === owner && !answered.includes(one))) {
    const value = () => Promise.reject(new Problem(commonErrors.not_found));
    Object.defineProperty(standIn.prototype, rpc.method, { value, configurable: true });
    (Answers(rpc) as MethodDecorator)(standIn.prototype, rpc.method, Object.getOwnPropertyDescriptor(standIn.prototype, rpc.method)!);
  }
}
