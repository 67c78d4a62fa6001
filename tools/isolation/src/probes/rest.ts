import { own, open, probe, type Probes } from './probe.ts';

/** People, files, the trail, the territory itself and live connections. */
export const otherReads: Probes = {
  getOwnProfile: probe('author', undefined, own),
  getProfile: probe('reader', ({ people }) => ({ params: { handle: people.author.handle } }), own),
  suggestPeople: probe('reader', () => ({ query: { prefix: 'kanari' } }), open),
  listFiles: probe('author', undefined, own),
  getFile: probe('author', ({ files }) => ({ params: { fileId: files.avatarId } }), own),
  getUpload: probe('author', ({ files }) => ({ params: { fileId: files.halfId } }), own),
  listAuditEntries: probe('guest', ({ forum }) => ({ query: { aggregate: forum.topic.topicId } }), open),
  getAuditCheckpoint: probe('guest'),
  listTerritories: probe('guest'),
  getTerritory: probe('guest', ({ territory }) => ({ params: { territoryId: territory } })),
  getCurrentTerritory: probe('guest'),
  listTerritoryOrders: probe('manager', undefined, own),
  getTerritoryOrder: probe('manager', ({ told }) => ({ params: { orderId: told.orderId } }), own),
  createTicket: probe('author'),
  jwks: probe('guest'),
};

export const otherWrites: Probes = {
  requestTerritory: probe('manager', ({ territory }) => ({ body: { territoryId: `${territory}-SOUTH`, name: { en: 'South', da: 'Syd' }, defaultLanguage: 'en' } })),
  changeTerritory: probe('manager', ({ territory }) => ({ params: { territoryId: territory }, body: { settings: { registration: 'open' } } })),
  setTerritoryStatus: probe('manager', ({ territory }) => ({ params: { territoryId: territory }, body: { status: 'suspended', reason: 'For a while' } }), { gives: 403 }),
  updateOwnProfile: probe('author', ({ files }) => ({ body: { about: 'Somebody', avatarFileId: files.avatarId } }), open),
  startUpload: probe('author', () => ({ body: { purpose: 'avatar', fileName: 'me.png', byteLength: 1000 } })),
  sendChunk: probe('author', ({ files }) => ({ params: { fileId: files.halfId, offset: 500 }, body: files.halfBytes.subarray(500) })),
  completeUpload: probe('author', ({ files }) => ({ params: { fileId: files.halfId } }), own),
  deleteFile: probe('author', ({ files }) => ({ params: { fileId: files.spareId } })),
};

/** What begins and ends sessions comes last: it ends what others are tried with. */
export const sessionProbes: Probes = {
  listSessions: probe('author', undefined, own),
  verifyEmail: probe('guest', ({ told }) => ({ body: { token: told.verifyToken } })),
  register: probe('guest', ({ told }) => ({ body: { email: told.waitingEmail, password: 'four other words walk', language: 'en' } })),
  requestVerification: probe('guest', ({ told }) => ({ body: { email: told.waitingEmail } })),
  requestPasswordReset: probe('guest', ({ people }) => ({ body: { email: people.author.email } })),
  signIn: probe('guest', ({ people }) => ({ body: { email: people.author.email, password: people.author.password, client: 'native' } }), { carriesAuthority: true }),
  refreshSession: probe('guest', ({ people }) => ({ body: { refreshToken: people.author.refreshToken } }), { carriesAuthority: true, endsSession: true, shows: 'own' }),
  revokeSession: probe('author', ({ people }) => ({ params: { sessionId: people.author.browserSessionId } })),
  resetPassword: probe('guest', ({ told }) => ({ body: { token: told.resetToken, password: 'four other words walk' } })),
  signOut: probe('author', undefined, { endsSession: true }),
};
