import { managers, moderators, teachers } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { roleGates } from './roles.ts';

it('draws the doors of the desks as the contracts do', () => expect(roleGates).toEqual({ manager: managers, moderator: moderators, teacher: teachers }));
