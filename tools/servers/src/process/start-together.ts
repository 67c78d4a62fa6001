/**
 * As `Promise.all`, but rejects only when every start has come to its end: a caller that then stops what runs finds
 * nothing starting still, which would be left running.
 */
export async function startTogether<T extends readonly unknown[] | []>(starting: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  try {
    return await Promise.all(starting);
  } catch (error) {
    await Promise.allSettled(starting);
    throw error;
  }
}
