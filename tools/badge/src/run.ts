import { createHash } from 'node:crypto';
import { badge, user } from '@unityplan/contracts';
import type { RpcClient } from '@unityplan/messaging';
import type { Command } from './command.ts';

/** Carries a command out and answers what to tell. Throws the Problem of the service that refused, or a sentence. */
export async function runCommand(rpc: Pick<RpcClient, 'call'>, command: Command): Promise<string[]> {
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
  // The same command again within the hour is the same award: whoever lost the answer may simply repeat it.
  const key = createHash('sha256').update(JSON.stringify([memberId, command.badge, level, at, reason, expiresAt, Math.floor(Date.now() / 3_600_000)])).digest('hex');
  const { awardId } = await rpc.call(badge.awardBadge, territory, { memberId, badge: command.badge, level, territory: at, reason, expiresAt, key });
  return [`Awarded: ${command.badge} at ${at} (${awardId}). The member is told, with the reason.`];
}

async function memberIdOf(rpc: Pick<RpcClient, 'call'>, { territory, member }: Command): Promise<string> {
  if ('id' in member) return member.id;
  const { people } = await rpc.call(user.resolveHandles, territory, { handles: [member.handle] });
  const found = people[0];
  if (!found) throw new Error(`Nobody in ${territory} is called @${member.handle}.`);
  return found.memberId;
}

const day = (instant: string): string => instant.slice(0, 10);
