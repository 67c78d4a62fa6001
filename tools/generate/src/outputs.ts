import { asyncapi } from './asyncapi.ts';
import { lockOfContracts } from './lock.ts';
import { openapi } from './openapi.ts';
import { errorsPage, eventsPage } from './pages.ts';
import { sdkCodes, sdkRoutes, sdkTypes } from './sdk.ts';
import { asJson } from './stable.ts';

/** Where the promises of all contracts are kept, below the workspace. */
export const lockPath = 'contracts.lock.json';

/** Everything that derives from the contracts: path below the workspace → text. */
export async function outputs(): Promise<Record<string, string>> {
  return {
    [lockPath]: asJson(lockOfContracts()),
    'docs/generated/asyncapi.json': asJson(asyncapi()),
    'docs/generated/errors.md': errorsPage(),
    'docs/generated/events.md': eventsPage(),
    'docs/generated/openapi.json': asJson(openapi()),
    'libs/sdk/src/generated/codes.ts': sdkCodes(),
    'libs/sdk/src/generated/routes.ts': sdkRoutes(),
    'libs/sdk/src/generated/types.ts': await sdkTypes(),
  };
}
