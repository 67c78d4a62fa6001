import { randomBytes } from 'node:crypto';
import { everywhere, type TerritoryId } from './territories.ts';

/** `open`: guests of the territory may see it. `own`: members of the territory at most. */
export type Reach = 'open' | 'own';

const pattern = new RegExp(`kanari(${everywhere.join('|').toLowerCase()})(open|own)[0-9a-f]{10}`, 'g');
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const encoded = /[A-Za-z0-9_-]{24,}/g;

/** A word that stands in one territory's data and nowhere else. Lower case and short, so that it fits names, addresses and slugs. */
export function canary(territory: TerritoryId, reach: Reach): string {
  return `kanari${territory.toLowerCase()}${reach}${randomBytes(5).toString('hex')}`;
}

/** Something of a territory that was found in a text. */
export interface Sighting {
  readonly text: string;
  readonly territory: string;
  readonly reach: Reach;
}

/** Which ids are whose, and which bytes: filled once the territories are furnished. */
export class Belongings {
  private readonly ids = new Map<string, Sighting>();
  private readonly slices: { readonly slice: Buffer; readonly sighting: Sighting }[] = [];

  addId(id: string, territory: TerritoryId, reach: Reach): void {
    this.ids.set(id.toLowerCase(), { text: id.toLowerCase(), territory, reach });
  }

  /** A piece from the middle of a file, as it is served. */
  addBytes(bytes: Buffer, territory: TerritoryId): void {
    const middle = Math.floor(bytes.length / 2);
    this.slices.push({ slice: bytes.subarray(middle, middle + 48), sighting: { text: `bytes of a file of ${territory}`, territory, reach: 'open' } });
  }

  get size(): number {
    return this.ids.size;
  }

  /** Everything that belongs to some territory, also where it is percent-encoded or wrapped once in base64url, as in cursors. */
  in(bytes: Buffer): Sighting[] {
    const found = this.slices.filter(({ slice }) => bytes.includes(slice)).map(({ sighting }) => sighting);
    const text = bytes.toString('latin1');
    const wrapped = (text.match(encoded) ?? []).map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const each of [text, ...wrapped]) {
      const plain = each.toLowerCase();
      for (const [word, slug, reach] of plain.matchAll(pattern)) found.push({ text: word, territory: slug!.toUpperCase(), reach: reach as Reach });
      for (const id of plain.match(uuids) ?? []) {
        const known = this.ids.get(id);
        if (known) found.push(known);
      }
    }
    return found;
  }
}
