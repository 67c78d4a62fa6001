import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { changeLanguage } from '../../shared/lib/i18n.ts';
import { sdk } from '../../shared/lib/sdk.ts';
import { sessionKey } from '../../shared/lib/session.ts';
import { useChooseLanguage } from './use-choose-language.ts';

const failed = vi.hoisted(() => vi.fn());
vi.mock('../../shared/hooks/use-problem-toast.ts', () => ({ useProblemToast: () => failed }));
vi.mock('../../shared/lib/sdk.ts', () => ({ sdk: { updateOwnProfile: vi.fn() } }));
vi.mock('../../shared/lib/i18n.ts', () => ({ changeLanguage: vi.fn(() => Promise.resolve()) }));

it('leaves a member whose session ended a guest, and says that the choice was not kept', async () => {
  const client = new QueryClient();
  client.setQueryData(sessionKey, { memberId: '1', language: 'en' });
  let choose!: ReturnType<typeof useChooseLanguage>;
  function Chooser() {
    choose = useChooseLanguage();
    return null;
  }
  renderToStaticMarkup(<QueryClientProvider client={client}><Chooser /></QueryClientProvider>);
  const ended = new Error('nobody is signed in');
  vi.mocked(sdk.updateOwnProfile).mockImplementation(() => {
    client.setQueryData(sessionKey, null);
    return Promise.reject(ended);
  });
  await choose('da');
  expect(changeLanguage).toHaveBeenCalledWith('da');
  expect(client.getQueryData(sessionKey)).toBeNull();
  expect(failed).toHaveBeenCalledWith(ended);
});
