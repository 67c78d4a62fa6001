/** A text of the address, if it is one. */
export function textParam(value: unknown, max = 400): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= max ? value : undefined;
}

/** A whole number from 1 of the address, if it is one. */
export function numberParam(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 ? number : undefined;
}

/** Where to go afterwards: a path of this very site and nothing else. */
export function backParam(value: unknown): string | undefined {
  const path = textParam(value, 1000);
  return path && /^\/(?![/\\])/.test(path) ? path : undefined;
}
