import { files, Problem } from '@unityplan/contracts';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FilesMetrics } from '../events.ts';
import { picture, pixelBomb, telephonePicture, zip } from '../testing-pictures.ts';
import { PictureMaker } from './picture-maker.ts';

const outcomes: string[] = [];
const maker = new PictureMaker({ pictureMade: (_purpose: string, outcome: string) => void outcomes.push(outcome) } as unknown as FilesMetrics);
const measure = async (content: Buffer) => {
  const { format, width, height } = await sharp(content).metadata();
  return { format, width, height };
};
const problemOf = (content: Buffer) => maker.make(content, 'avatar').then(() => undefined, (error: unknown) => (error instanceof Problem ? error : Promise.reject(error as Error)));

describe('sizes', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('of %s become WebP: 480, 960 and 1600 wide', async (format) => {
    const made = await maker.make(await picture({ width: 1800, height: 1200, format }), 'lesson_media');
    expect(made.map(({ size, width, height }) => [size, width, height])).toEqual([['small', 480, 320], ['medium', 960, 640], ['large', 1600, 1067]]);
    for (const { content, width, height } of made) expect(await measure(content)).toEqual({ format: 'webp', width, height });
  }, 60_000);

  it('of an avatar are square', async () => {
    const made = await maker.make(await picture({ width: 500, height: 300 }), 'avatar');
    expect(await Promise.all(made.map(({ content }) => measure(content)))).toEqual([{ format: 'webp', width: 64, height: 64 }, { format: 'webp', width: 256, height: 256 }]);
  });

  it('are never larger than what came, and equal ones are the same bytes', async () => {
    const made = await maker.make(await picture({ width: 700, height: 100 }), 'course_cover');
    expect(made.map(({ width, height }) => [width, height])).toEqual([[480, 69], [700, 100], [700, 100]]);
    expect(made[1]!.content).toBe(made[2]!.content);
    expect((await maker.make(await picture({ width: 40, height: 30 }), 'avatar')).map(({ width, height }) => [width, height])).toEqual([[30, 30], [30, 30]]);
    expect((await maker.make(await picture({ width: 1, height: 1, format: 'png' }), 'avatar'))[0]).toMatchObject({ width: 1, height: 1 });
  });

  it('of the same bytes are the same bytes', async () => {
    const [a, b] = await Promise.all([1, 2].map(async () => maker.make(await picture(), 'course_cover')));
    expect(a!.map(({ content }) => content)).toEqual(b!.map(({ content }) => content));
  });
});

it('turns a picture upright and keeps nothing that says where, when or by whom', async () => {
  const canary = 'Canary Photographer';
  const source = await telephonePicture(canary);
  expect(source.includes(canary)).toBe(true);
  const [, large] = await maker.make(source, 'lesson_media');
  expect(large).toMatchObject({ width: 300, height: 400 });
  const { exif, icc, xmp, iptc, orientation } = await sharp(large!.content).metadata();
  expect({ exif, icc, xmp, iptc, orientation }).toEqual({ exif: undefined, icc: undefined, xmp: undefined, iptc: undefined, orientation: undefined });
  expect(large!.content.includes(canary)).toBe(false);
});

it('tells how it went', async () => {
  outcomes.length = 0;
  await maker.make(await picture(), 'avatar');
  await problemOf(Buffer.from('words'));
  expect(outcomes).toEqual(['made', 'file_type_unknown']);
});

it('lets a moving picture stand still', async () => {
  const frames = await Promise.all([1, 2, 3].map((seed) => picture({ width: 60, height: 40, seed, format: 'png' })));
  const moving = await sharp(frames, { join: { animated: true } }).gif().toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(3);
  const [still] = await maker.make(moving, 'lesson_media');
  expect((await sharp(still!.content).metadata()).pages ?? 1).toBe(1);
  expect(still).toMatchObject({ width: 60, height: 40 });
});

describe('refuses', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  it.each<[string, Buffer, string, string | undefined]>([
    ['an SVG', Buffer.from(svg), 'file_type_refused', 'SVG'],
    ['an SVG that begins as XML', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->\n${svg}`), 'file_type_refused', 'SVG'],
    ['a page', Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>'), 'file_type_refused', 'HTML'],
    ['a ZIP', zip('a.txt', 'hello'), 'file_type_refused', 'ZIP'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'file_type_refused', 'PDF'],
    ['a program', Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)]), 'file_type_refused', 'ELF'],
    ['a text', Buffer.from('only words'), 'file_type_unknown', undefined],
    ['one byte', Buffer.from([0xff]), 'file_type_unknown', undefined],
    ['a pixel bomb', pixelBomb(20_000, 20_000), 'picture_too_large', undefined],
    ['a very long line', pixelBomb(12_001, 1), 'picture_too_large', undefined],
  ])('%s', async (_, content, code, kind) => {
    const problem = await problemOf(content);
    expect([problem?.contract.code, problem?.params['kind']]).toEqual([code, kind]);
  });

  it('a bomb before it is unpacked', async () => {
    const bomb = pixelBomb(20_000, 20_000);
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    expect((await problemOf(bomb))?.params).toEqual({ maxMegapixels: 50, maxSide: 12_000 });
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('a %s that is cut short', async (format) => {
    const whole = await picture({ format });
    for (const part of [0.3, 0.6, 0.97]) expect((await problemOf(whole.subarray(0, Math.floor(whole.length * part))))?.contract.code).toBe('picture_damaged');
  });

  it('a head with nothing behind it, and one format under the head of another', async () => {
    for (const head of ['89504e470d0a1a0a0000000d49484452', 'ffd8ffe000104a46494600', '47494638396101000100', '524946460a00000057454250']) expect((await problemOf(Buffer.from(`${head}00000000`, 'hex')))?.contract.code, head).toMatch(/^(picture_damaged|file_type_unknown)$/);
    const avif = await picture({ format: 'avif' });
    const disguised = Buffer.concat([avif.subarray(0, 8), Buffer.from('mif1'), avif.subarray(12)]);
    expect((await problemOf(disguised))?.contract.code).toMatch(/^(file_type_refused|picture_damaged)$/);
  });

  it('a picture that is something else as well', async () => {
    const jpeg = await picture();
    const png = await picture({ format: 'png' });
    const gif = await picture({ format: 'gif', width: 16, height: 16 });
    const comment = Buffer.from('fffe', 'hex');
    const commented = (text: string) => Buffer.concat([jpeg.subarray(0, 2), comment, Buffer.from([0, text.length + 2]), Buffer.from(text), jpeg.subarray(2)]);
    const scripted = Buffer.concat([Buffer.from('GIF89a/*'), gif.subarray(8), Buffer.from('*/=1;alert(1)')]);
    const hidden: [Buffer, string][] = [
      [Buffer.concat([jpeg, zip('evil.jar', 'x')]), 'ZIP'], [Buffer.concat([png, zip('a', 'b'), Buffer.alloc(100)]), 'ZIP'],
      [commented('<script>alert(1)</script>'), 'HTML'], [Buffer.concat([png, Buffer.from('<HTML><body onload=x>')]), 'HTML'],
      [commented('<?php system($_GET[0]); ?>'), 'PHP'], [commented('%PDF-1.4 '), 'PDF'], [scripted, 'JavaScript'],
    ];
    for (const [content, kind] of hidden) {
      const problem = await problemOf(content);
      expect([problem?.contract.code, problem?.params['kind']]).toEqual(['file_two_kinds', kind]);
    }
  });
});

it('takes what cameras leave behind a picture, and carries none of it', async () => {
  const film = Buffer.from('\0\0\0\x18ftypmp42 a short film', 'latin1');
  const made = await maker.make(Buffer.concat([await picture(), film]), 'avatar');
  expect(made.some(({ content }) => content.includes('short film'))).toBe(false);
});

it('has words in both languages for each refusal', () => {
  for (const { title, mend } of Object.values(files.filesErrors)) for (const text of [title.en, title.da, mend.en, mend.da]) expect(text).toMatch(/[.?]$/);
});
