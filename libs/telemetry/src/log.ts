import { pino, type Logger as PinoLogger, type DestinationStream } from 'pino';
import { currentTrace } from './trace.ts';

export type Logger = PinoLogger;

// Whatever an object is called by whoever logs it, these never reach a log line.
const secrets = ['authorization', 'cookie', 'password', 'token', 'refreshToken', 'accessToken', 'email', 'address', 'displayName', 'ticket'];
const redact = [...secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), ...['', '*', '*.*'].map((at) => `${at}["set-cookie"]`)];

/** JSON lines with service name and the current trace id. Secrets and personal fields are blanked by name. */
export function createLogger(options: { service: string; level?: string; destination?: DestinationStream }): Logger {
  const settings = {
    level: options.level ?? 'info',
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const at = currentTrace();
      return at ? { traceId: at.traceId, spanId: at.spanId } : {};
    },
    redact: { paths: redact, censor: '[redacted]' },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
