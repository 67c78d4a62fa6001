/** What the operator's command and the provisioner share with this service; plain code, with nothing of Nest in it. */
export type { OrderRow, TerritorySchema } from './db/schema.ts';
export { OpeningsRepository } from './orders/openings.repository.ts';
export { isSame, particularsOf, type Wish } from './orders/orders.policy.ts';
export { OrdersRepository, type Failure } from './orders/orders.repository.ts';
export type { NewStatus } from './status/status.policy.ts';
export { StatusRepository } from './status/status.repository.ts';
