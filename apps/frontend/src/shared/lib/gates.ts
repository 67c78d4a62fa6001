import type { InputOf } from '@unityplan/sdk';

/** One door's rule: who gets in. */
export type Gate = InputOf<'checkOwnAccess'>['body']['gate'];
