import { randomUUID } from 'node:crypto';
import { badge, commonErrors, Problem, user } from '@unityplan/contracts';
import type { RpcClient } from '@unityplan/messaging';
import type { Command } from './command.ts';

type Rpc = Pick<RpcClient, 'call'>;

/** Carries a command out and answers what to tell. Throws an error whose message is a sentence for the operator. */
export async function runCommand(rpc: Rpc, command: Command): Promise<string[]> {
  try {
    return await carryOut(rpc, command);
  } catch (error) {
    if (error instanceof Problem && error.contract.code === commonErrors.service_unavailable.code) throw new Error('The pod answers only in part: its badge or user service is not running. Nothing was changed; try again when it is up.');
    if (error instanceof Problem && error.contract.code === commonErrors.deadline_exceeded.code) throw new Error('The pod took too long to answer. Look with "list" whether it was done before you try again.');
    throw error;
  }
}

async function carryOut(rpc: Rpc, command: Command): Promise<string[]> {
  const { territory } = command;
  const memberId = await memberIdOf(rpc, command);
  if (command.name === 'list') {
    const { awards } = await rpc.call(badge.listAwards, territory, { memberId });
    const lines = awards.map((one) => `${one.state.padEnd(8)} ${one.badge}${one.level > 1 ? ` (level ${one.level})` : ''} at ${one.territory}, awarded ${day(one.awardedAt)}${one.expiresAt ? `, until ${day(one.expiresAt)}` : ''}`);
    return lines.length > 0 ? lines : ['This member has no badges.'];
  }
  const { at, reason } = command;
  if (command.name === 'revoke') {
    const { awardIds } = await rpc.call(badge.revokeBadge, territory, { memberId, badge: command.badge, territory: at, reason });
    return [`Taken back: ${command.badge} at ${at} (${awardIds.join(', ')}).`];
  }
  const { level, expiresAt } = command;
  // A key for this run: a call that is sent twice is one award. A command given twice renews what is held, as by hand.
  const key = randomUUID();
  const { awardId } = await rpc.call(badge.awardBadge, territory, { memberId, badge: command.badge, level, territory: at, reason, expiresAt, key });
  return [`Awarded: ${command.badge} at ${at} (${awardId}). The member is told, with the reason.`];
}

async function memberIdOf(rpc: Rpc, { territory, member }: Command): Promise<string> {
  if ('id' in member) {
    const { people } = await rpc.call(user.getPeople, territory, { memberIds: [member.id] });
    if (people.length === 0) throw new Error(`No member of ${territory} has the id ${member.id}.`);
    return member.id;
  }
  const { people } = await rpc.call(user.resolveHandles, territory, { handles: [member.handle] });
  if (!people[0]) throw new Error(`Nobody in ${territory} is called @${member.handle}.`);
  return people[0].memberId;
}

const day = (instant: string): string => instant.slice(0, 10);
