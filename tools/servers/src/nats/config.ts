/** An account of the NATS server; users of one account never see messages of another. */
export interface NatsAccount {
  name: string;
  user: string;
  password: string;
  jetstream?: boolean;
}

export interface NatsConfig {
  port: number;
  httpPort: number;
  serverName: string;
  /** JetStream domain: the pod's id. */
  domain: string;
  storeDir: string;
  accounts: readonly NatsAccount[];
  /** `always` syncs each write before it is acknowledged; else a duration such as `2m`. */
  syncInterval: string;
  /** Further configuration, such as a leaf connection to a gateway. */
  extraConfig?: string;
}

/** The account for the server's own events and requests. */
const systemAccount = 'SYS';

/** The configuration file. Every name is quoted: unquoted, `no` would be read as false. */
export function natsConfig(config: NatsConfig): string {
  const accounts = config.accounts.some(({ name }) => name === systemAccount)
    ? config.accounts
    : [{ name: systemAccount, user: '', password: '' }, ...config.accounts];
  return `server_name: ${quote(config.serverName)}
listen: "127.0.0.1:${config.port}"
http: "127.0.0.1:${config.httpPort}"
max_payload: 1048576
jetstream {
  store_dir: ${quote(config.storeDir)}
  domain: ${quote(config.domain)}
  sync_interval: ${quote(config.syncInterval)}
}
accounts {
${accounts.map(account).join('')}}
system_account: ${quote(systemAccount)}
${config.extraConfig ?? ''}`;
}

function account({ name, user, password, jetstream }: NatsAccount): string {
  const users = user === '' ? '' : ` { user: ${quote(user)}, password: ${quote(password)} } `;
  return `  ${quote(name)}: { users: [${users}]${jetstream && name !== systemAccount ? ', jetstream: enabled' : ''} }\n`;
}

/** A string as nats-server's configuration reads it. */
export function quote(text: string): string {
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new Error('control characters cannot stand in a NATS name or password');
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
