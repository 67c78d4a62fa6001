import { expect, it } from 'vitest';
import { requestOf } from './request.ts';

it.each([['bytes', new Uint8Array([1, 2])], ['a slice of a file', new Blob([new Uint8Array([1, 2])])]])('sends %s as they are', async (_, body) => {
  const [url, init] = requestOf('', 'PUT /files/{fileId}/chunks/{offset}', { params: { fileId: 'f', offset: 0 }, body }, {});
  expect(url).toBe('/api/v1/files/f/chunks/0');
  expect(new Headers(init.headers).get('content-type')).toBe('application/octet-stream');
  expect(new Uint8Array(await new Response(init.body).arrayBuffer())).toEqual(new Uint8Array([1, 2]));
});
