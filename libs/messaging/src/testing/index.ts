export { expectPublished, type PublishedEvent } from './expect-published.ts';
export { deliver, type DeliverOptions } from './deliver.ts';
export { drain } from './drain.ts';
export { onFailPoint, type FailPoint } from '../fail-points.ts';
