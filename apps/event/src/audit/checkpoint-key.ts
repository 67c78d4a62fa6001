import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What a territory vouches for: so many entries, ending in this hash. */
export interface Checkpoint {
  readonly territory: string;
  readonly seq: number;
  readonly head: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

// PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key of a territory's checkpoints. Derived from the pod's secret: the database, which it guards against, does not hold it. */
export class CheckpointKey {
  readonly keyId: string;
  private readonly territory: string;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(podSecret: string, territory: string) {
    const seed = Buffer.from(hkdfSync('sha256', podSecret, 'unityplan', `audit checkpoints ${territory}`, 32));
    this.territory = territory;
    this.privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
    this.keyId = createHash('sha256').update(this.publicKey.export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 16);
  }

  sign(at: { seq: number; head: string; at: string }): Checkpoint {
    const claim = { territory: this.territory, seq: at.seq, head: at.head, at: at.at, keyId: this.keyId };
    return { ...claim, signature: sign(null, Buffer.from(canonicalize(claim)!), this.privateKey).toString('base64url') };
  }

  /** Whether this key signed exactly this. */
  holds({ signature, ...claim }: Checkpoint): boolean {
    const { territory, seq, head, at, keyId } = claim;
    if (territory !== this.territory || keyId !== this.keyId) return false;
    return verify(null, Buffer.from(canonicalize({ territory, seq, head, at, keyId })!), this.publicKey, Buffer.from(signature, 'base64url'));
  }
}
