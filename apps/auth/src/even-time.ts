const gridMs = 100;

/**
 * Waits until a whole multiple of 100 ms has passed since `started` (performance.now). Answers that must not tell a known address
 * from an unknown one leave on this grid, so that a few milliseconds of different work do not show.
 */
export function untilEven(started: number): Promise<void> {
  const spent = performance.now() - started;
  return new Promise((resolve) => setTimeout(resolve, Math.ceil(spent / gridMs) * gridMs - spent));
}
