import { apiPage } from './api-page.ts';
import { asyncapi } from './asyncapi.ts';
import { errorsPage, errorTexts } from './errors-page.ts';
import { eventsPage } from './events-page.ts';
import { listenersOf } from './handlers.ts';
import { lockOfContracts } from './lock.ts';
import { openapi } from './openapi.ts';
import { sdkCodes, sdkRoutes, sdkTypes } from './sdk.ts';
import { asJson } from './stable.ts';

/** Where the promises of all contracts are kept, below the workspace. */
export const lockPath = 'contracts.lock.json';

/** Everything that derives from the contracts and the code below `root`: path below the workspace → text. */
export async function outputs(root: string): Promise<Record<string, string>> {
  return {
    [lockPath]: asJson(lockOfContracts()),
    'apps/frontend/src/i18n/da/errors.json': errorTexts('da'),
    'apps/frontend/src/i18n/en/errors.json': errorTexts('en'),
    'docs/generated/api.md': apiPage(),
    'docs/generated/asyncapi.json': asJson(asyncapi()),
    'docs/generated/errors.md': errorsPage(),
    'docs/generated/events.md': eventsPage(listenersOf(root)),
    'docs/generated/openapi.json': asJson(openapi()),
    'libs/sdk/src/generated/codes.ts': sdkCodes(),
    'libs/sdk/src/generated/routes.ts': sdkRoutes(),
    'libs/sdk/src/generated/types.ts': await sdkTypes(),
  };
}
