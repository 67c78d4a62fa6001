import { notification } from '@unityplan/contracts';
import type { Estate } from '../estate/estate.ts';
import { own, probe, type Ask, type Probes } from './probe.ts';

const topic = ({ forum }: Estate): Ask => ({ params: { topicId: forum.gated.topicId } });
const category = ({ forum }: Estate): Ask => ({ params: { categoryId: forum.parlour.categoryId } });
const link = ({ told }: Estate): Ask => ({ params: { token: told.unsubscribe } });

export const notificationReads: Probes = {
  listNotifications: probe('author', undefined, own),
  countUnreadNotifications: probe('author'),
  getNotificationPreferences: probe('author'),
  listWatchLevels: probe('author', undefined, own),
  getTopicWatch: probe('author', topic),
  getCategoryWatch: probe('author', category),
  getPushKey: probe('author'),
  listPushDevices: probe('author', undefined, own),
  describeUnsubscribe: probe('guest', link),
};

export const notificationWrites: Probes = {
  markNotifications: probe('author', ({ told }) => ({ body: { mark: 'saved', which: { notificationIds: [told.notificationId] } } })),
  undoNotificationMark: probe('author', ({ told }) => ({ params: { markId: told.markId } })),
  changeNotificationRule: probe('author', ({ told }) => ({ params: { notificationId: told.notificationId }, body: { reason: told.reason, on: false } })),
  setNotificationPreferences: probe('author', () => ({ body: { ...notification.defaultPreferences, mailPaused: true } })),
  setTopicWatch: probe('author', (of) => ({ ...topic(of), body: { level: 'muted' } })),
  clearTopicWatch: probe('author', topic),
  setCategoryWatch: probe('author', (of) => ({ ...category(of), body: { level: 'muted' } })),
  clearCategoryWatch: probe('author', category),
  subscribePush: probe('author', ({ told }) => ({ body: { ...told.nextSubscription, device: 'Phone' } })),
  testPush: probe('author', ({ told }) => ({ params: { subscriptionId: told.subscriptionId } })),
  removePushDevice: probe('author', ({ told }) => ({ params: { subscriptionId: told.subscriptionId } })),
  unsubscribePush: probe('author', ({ told }) => ({ body: { endpoint: told.oldEndpoint } })),
  unsubscribe: probe('guest', link),
  resubscribe: probe('guest', link),
};
