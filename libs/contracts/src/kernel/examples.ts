/** A fixed, readable UUIDv7-shaped id for examples and tests: `exampleId(7)`. */
export function exampleId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
