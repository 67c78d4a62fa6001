import { runProcess } from '@unityplan/service-kit';
import { startFiles } from './app.ts';
import { readFilesConfig } from './files.config.ts';

await runProcess(() => startFiles(readFilesConfig()));
