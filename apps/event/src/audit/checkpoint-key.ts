import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What a territory vouches for: so many entries, ending in this hash, with this Merkle root over all of them (null in old ones). */
export interface Checkpoint {
  readonly territory: string;
  readonly seq: number;
  readonly head: string;
  readonly root: string | null;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

// PKCS #8 wrapping of a raw Ed25519 seed (RFC 8410).
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key of a territory's checkpoints. Derived from the pod's secret: the database, which it guards against, does not hold it. */
export class CheckpointKey {
  readonly keyId: string;
  /** DER (SubjectPublicKeyInfo), base64url: for whoever checks a signature. */
  readonly published: string;
  private readonly territory: string;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(podSecret: string, territory: string) {
    const seed = Buffer.from(hkdfSync('sha256', podSecret, 'unityplan', `audit checkpoints ${territory}`, 32));
    this.territory = territory;
    this.privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
    const der = this.publicKey.export({ format: 'der', type: 'spki' });
    this.published = der.toString('base64url');
    this.keyId = createHash('sha256').update(der).digest('hex').slice(0, 16);
  }

  sign({ seq, head, root, at }: Pick<Checkpoint, 'seq' | 'head' | 'root' | 'at'>): Checkpoint {
    const claim = { territory: this.territory, seq, head, root, at, keyId: this.keyId };
    return { ...claim, signature: sign(null, signedForm(claim), this.privateKey).toString('base64url') };
  }

  /** Whether this key signed exactly this. */
  holds({ signature, ...claim }: Checkpoint): boolean {
    if (claim.territory !== this.territory || claim.keyId !== this.keyId) return false;
    return verify(null, signedForm(claim), this.publicKey, Buffer.from(signature, 'base64url'));
  }
}

/** The bytes that are signed: the claim's RFC 8785 form. Checkpoints from before the tree have no root in it. */
function signedForm({ territory, seq, head, root, at, keyId }: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(canonicalize({ territory, seq, head, ...(root ? { root } : {}), at, keyId })!);
}
