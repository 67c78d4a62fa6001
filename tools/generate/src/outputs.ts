import { openapi } from './openapi.ts';
import { sdkCodes, sdkRoutes, sdkTypes } from './sdk.ts';
import { asJson } from './stable.ts';

/** Everything that derives from the contracts: path below the workspace → text. */
export async function outputs(): Promise<Record<string, string>> {
  return {
    'docs/generated/openapi.json': asJson(openapi()),
    'libs/sdk/src/generated/codes.ts': sdkCodes(),
    'libs/sdk/src/generated/routes.ts': sdkRoutes(),
    'libs/sdk/src/generated/types.ts': await sdkTypes(),
  };
}
