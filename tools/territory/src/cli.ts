/** `npm run territory`. */
import { commandLine } from './command-line.ts';

process.exitCode = await commandLine(process.argv.slice(2), process.env, { print: (line) => console.log(line), complain: (line) => console.error(line) });
