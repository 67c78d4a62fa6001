import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaresAccess } from './route.ts';

/** Throws when any HTTP handler does not say who may call it. Called before a service listens: such a service does not start. */
export function refuseUndeclaredRoutes(app: INestApplication): void {
  const scanner = new MetadataScanner();
  const undeclared: string[] = [];
  for (const { instance, name } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (!instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method]!;
      if (Reflect.hasMetadata('path', handler) && !declaresAccess(handler)) undeclared.push(`${name}.${method}`);
    }
  }
  if (undeclared.length)
    throw new Error(`No access is declared for ${undeclared.join(', ')}. Bind it to a contract with @Route, or mark it @Open with the reason.`);
}
