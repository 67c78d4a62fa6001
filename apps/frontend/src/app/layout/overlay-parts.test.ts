import { expect, it, vi } from 'vitest';
import { loadTexts } from '../../shared/lib/i18n.ts';
import { overlayPart } from './overlay-parts.ts';

vi.mock('../../shared/lib/i18n.ts', () => ({ loadTexts: vi.fn() }));
vi.mock('./palette.tsx', () => ({ Palette: 'palette' }));

it('asks anew for what did not come at the last press', async () => {
  vi.mocked(loadTexts).mockRejectedValueOnce(new TypeError('texts did not come')).mockResolvedValue();
  await expect(overlayPart('palette')).rejects.toThrow('texts did not come');
  expect(await overlayPart('palette')).toBe('palette');
});
