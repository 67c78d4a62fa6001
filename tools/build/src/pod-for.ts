import { isPortFree, portHolder, runningPod } from '@unityplan/servers';
import { workspaceRoot } from './service-options.ts';

/** Gives the environment of a service at each of its starts: that of the running pod, below what the terminal has. Says when it changes. */
export function podFor(service: string, say: (line: string) => void): () => NodeJS.ProcessEnv {
  let told = '';
  const tellOnce = (line: string): void => {
    if (line !== told) say(line);
    told = line;
  };
  return () => {
    const pod = runningPod(workspaceRoot, service);
    if (!pod) {
      if (!process.env['DATABASE_URL']) tellOnce(`no pod is running: start one with  npm start -- --without ${service}`);
      return process.env;
    }
    tellOnce(`joins the pod in ${pod.stateDir}`);
    const env = { ...pod.environment, ...process.env };
    const port = Number(env[`${service.toUpperCase().replaceAll('-', '_')}_PORT`]);
    void isPortFree(port).then((free) => {
      if (!free) say(`port ${port} is taken by ${portHolder(port) ?? 'another program'}; does the pod run ${service} itself? Start it with  npm start -- --without ${service}`);
    });
    return env;
  };
}
