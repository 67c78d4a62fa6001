import { Injectable } from '@nestjs/common';
import { Workers } from '../jobs/workers.ts';
import { DigestsService } from './digests.service.ts';

const atOnce = 100;
/** Planning asks for a time zone each; nobody waits for it, so it leaves room for those who do. */
const pauseMs = 200;
/** What could not be planned waits for someone who is away. */
const tryAgainMs = 15_000;

/** Gives digests their windows in the background. Their mails are sent by the mail worker when they are due. */
@Injectable()
export class DigestsPlanner {
  constructor(
    private readonly digests: DigestsService,
    private readonly workers: Workers,
  ) {
    workers.add('digests', (territory) => this.round(territory));
  }

  private async round(territory: string): Promise<void> {
    const { planned, left } = await this.digests.planSome(territory, atOnce);
    if (planned === atOnce) this.workers.wake('digests', territory, pauseMs);
    else if (left > 0) this.workers.wake('digests', territory, tryAgainMs);
  }
}
