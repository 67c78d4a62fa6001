/** All services of a pod in one process: what `npm start` runs, and what a small territory's server runs. */
import { readApiGatewayConfig, startApiGateway } from '@unityplan/api-gateway/app';
import { readAuthConfig, startAuth } from '@unityplan/auth/app';
import { readBadgeConfig, startBadge } from '@unityplan/badge/app';
import { readCourseConfig, startCourse } from '@unityplan/course/app';
import { readEventConfig, startEvent } from '@unityplan/event/app';
import { readFilesConfig, startFiles } from '@unityplan/files/app';
import { readForumConfig, startForum } from '@unityplan/forum/app';
import { readNotificationConfig, startNotification } from '@unityplan/notification/app';
import { openResources, readPodConfig, runProcess, type PodResources, type RunningService } from '@unityplan/service-kit';
import { readTerritoryConfig, startTerritory } from '@unityplan/territory-service/app';
import { readUserConfig, startUser } from '@unityplan/user/app';
import { readWebsocketConfig, startWebsocket } from '@unityplan/websocket/app';

const starts: Readonly<Record<string, (resources: PodResources) => Promise<RunningService>>> = {
  auth: (resources) => startAuth({ ...readAuthConfig(process.env), resources }),
  user: (resources) => startUser({ ...readUserConfig(process.env), resources }),
  territory: (resources) => startTerritory({ ...readTerritoryConfig(process.env), resources }),
  event: (resources) => startEvent({ ...readEventConfig(process.env), resources }),
  badge: (resources) => startBadge({ ...readBadgeConfig(process.env), resources }),
  files: (resources) => startFiles({ ...readFilesConfig(process.env), resources }),
  course: (resources) => startCourse({ ...readCourseConfig(process.env), resources }),
  forum: (resources) => startForum({ ...readForumConfig(process.env), resources }),
  notification: (resources) => startNotification({ ...readNotificationConfig(process.env), resources }),
  websocket: (resources) => startWebsocket({ ...readWebsocketConfig(process.env), resources }),
  // The door opens last.
  'api-gateway': (resources) => startApiGateway({ ...readApiGatewayConfig(process.env), resources }),
};

// All services add their listeners to one process.
process.setMaxListeners(64);
const without = (process.env['WITHOUT'] ?? '').split(',');

await runProcess(async () => {
  const resources = await openResources(readPodConfig(process.env), 'api-gateway');
  const running: RunningService[] = [];
  for (const [name, start] of Object.entries(starts)) if (!without.includes(name)) running.push(await start(resources));
  return {
    close: async () => {
      for (const service of running.toReversed()) await service.close();
      await resources.close();
    },
  };
});
