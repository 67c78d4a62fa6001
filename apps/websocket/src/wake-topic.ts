import { namesOf } from '@unityplan/territory';

/** The wake-up of one stream of one territory: only processes in which someone follows it hear it. */
export function wakeTopic(territory: string, stream: string): string {
  return `stream.${namesOf(territory).subjectToken}.${stream.replace(':', '.')}`;
}
