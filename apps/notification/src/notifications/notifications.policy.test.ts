import { expect, it } from 'vitest';
import { whoIsTold } from './notifications.policy.ts';

const happening = { postId: 'p', topicId: 't', number: 2, actorId: 'freja', mentionedIds: [] as string[], answeredIds: [] as string[] };

it.each([
  ['nobody is told of a post that concerns nobody', {}, []],
  ['a reply tells whom it answers', { answeredIds: ['bo'] }, [{ memberId: 'bo', reasons: ['reply'] }]],
  ['several paths to one person are one notification, strongest reason first', { mentionedIds: ['bo', 'bo'], answeredIds: ['bo', 'bo'] }, [{ memberId: 'bo', reasons: ['mention', 'reply'] }]],
  ['nobody is told of what they did themselves', { mentionedIds: ['freja'], answeredIds: ['freja'] }, []],
  ['people come in one order', { mentionedIds: ['ida', 'bo'], answeredIds: ['ann'] }, [{ memberId: 'ann', reasons: ['reply'] }, { memberId: 'bo', reasons: ['mention'] }, { memberId: 'ida', reasons: ['mention'] }]],
])('%s', (_name, facts, told) => expect(whoIsTold({ ...happening, ...facts })).toEqual(told));
