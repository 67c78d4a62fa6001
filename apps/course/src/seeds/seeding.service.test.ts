import type { TerritoryRegistry } from '@unityplan/territory';
import { expect, it } from 'vitest';
import type { CourseConfig } from '../course.config.ts';
import type { CourseDb } from '../db/schema.ts';
import type { CourseMetrics } from '../events.ts';
import type { Imports } from './imports.service.ts';
import { Seeding } from './seeding.service.ts';

it('keeps the service from starting, rather than ending it later, where courses cannot be read', async () => {
  const seeding = new Seeding({ coursesDir: '/no/such/folder' } as CourseConfig, {} as CourseDb, {} as TerritoryRegistry, {} as Imports, {} as CourseMetrics);
  await expect(seeding.onApplicationBootstrap()).rejects.toThrow('COURSES_DIR');
  await seeding.onModuleDestroy();
});
