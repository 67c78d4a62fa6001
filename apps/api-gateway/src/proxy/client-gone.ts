/** The caller went away before the answer was complete; nobody is left to be told. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}
