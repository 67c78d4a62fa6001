/** Fixed ports inside a pod (design §3); each is an environment key `<NAME>_PORT` where it must differ. */
export const servicePorts = {
  'api-gateway': 8080,
  auth: 8001,
  user: 8002,
  badge: 8003,
  course: 8004,
  forum: 8005,
  territory: 8008,
  notification: 8009,
  event: 8010,
  files: 8012,
  websocket: 9000,
} as const;
export type ServiceName = keyof typeof servicePorts;
