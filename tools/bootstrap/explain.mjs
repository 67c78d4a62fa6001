/** One clear sentence for what npm or the file system said. */
export function explainFailure(output, folder) {
  const errors = output.split('\n').filter((line) => !/^npm warn/i.test(line)).join('\n');
  const known = causes.find(([pattern]) => pattern.test(errors));
  return known ? known[1](folder) : `Installing the dependencies failed: ${telling(errors)}.`;
}

/** The first that matches counts: a full disk also makes npm speak of rights. */
const causes = [
  [/ENOSPC|no space left|EDQUOT|disk quota/i, (folder) => `The disk is full: the dependencies need about 1 GB in ${folder}/node_modules.`],
  [/EACCES|EPERM|EROFS|permission denied|operation not permitted|read-only file system/i, (folder) => `No rights to write in ${folder}: run as the user who owns it, or change its owner.`],
  [/npm not found|spawn npm ENOENT/i, () => 'There is no npm: install Node with npm and run the command again.'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|network/i, () => 'The package registry cannot be reached: look at the network, or at the proxy and registry that `npm config list` shows.'],
  [/\bE40[137]\b/, () => 'The package registry refuses us: log in to it, or look at the registry that `npm config list` shows.'],
  [/with an existing package-lock\.json|open '.*package-lock\.json'/i, (folder) => `There is no readable package-lock.json in ${folder}: get a whole copy of the repository.`],
  [/EUSAGE|can only install packages when|Missing:.*from lock file/i, () => 'package.json and package-lock.json do not belong together: run `npm install` and commit the lockfile.'],
];

function telling(errors) {
  const lines = errors.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  const line = lines.find((text) => text !== '' && !/^(code|errno|syscall|A complete log)/.test(text)) ?? 'npm gave no reason';
  return line.replace(/\.$/, '');
}
