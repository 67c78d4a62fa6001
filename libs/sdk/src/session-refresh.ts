/** What came of an attempt to refresh: a new access token, or no session any more. It throws when there is no way to tell. */
export type Refreshed = 'fresh' | 'ended';

/**
 * One refresh at a time, however many calls were refused at once. A call that was sent before the last refresh
 * finished does not start another: its refusal is old news, it only has to be sent again.
 */
export function singleRefresh(refresh: () => Promise<Refreshed>): (sentAt: number) => Promise<Refreshed> {
  let running: Promise<Refreshed> | undefined;
  let freshAt = -1;
  return (sentAt) => {
    if (sentAt < freshAt) return Promise.resolve('fresh');
    running ??= refresh()
      .then((outcome) => {
        if (outcome === 'fresh') freshAt = performance.now();
        return outcome;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
}
