import { files, Problem } from '@unityplan/contracts';

/** Marks of text that some program would run or show, wherever they stand in a picture. Compressed pixels do not spell them by chance. */
const texts: readonly (readonly [kind: string, mark: RegExp])[] = [
  ['HTML', /<(script|iframe|html|foreignobject)[\s>/]|<!doctype\s+html/i],
  ['PHP', /<\?php\s/i],
];

/**
 * Refuses files that are a picture and something else at once. What is stored is encoded anew and would carry none of it; but who
 * sends such a file is told, instead of being helped to hide it. Data that cameras leave behind a picture (a film, a preview) is
 * none of these. Throws file_two_kinds.
 */
export function refusePolyglots(content: Uint8Array): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const text = bytes.toString('latin1');
  const found = texts.find(([, mark]) => mark.test(text))?.[0] ?? (hasArchive(bytes) ? 'ZIP' : undefined) ?? (isPdf(bytes) ? 'PDF' : undefined) ?? (isScript(bytes) ? 'JavaScript' : undefined);
  if (found) throw new Problem(files.filesErrors.file_two_kinds, { kind: found });
}

const archiveEnd = Buffer.from('PK\x05\x06', 'latin1');
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');
const localEntry = Buffer.from('PK\x03\x04', 'latin1');

/** A ZIP (and so a Word, Java or Android file) is read from its end: a final record that tells how long the directory before it is. */
function hasArchive(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(archiveEnd); at >= 0; at = bytes.indexOf(archiveEnd, at + 1)) {
    if (at + 22 > bytes.length) return false;
    const directory = at - bytes.readUInt32LE(at + 12);
    if (directory >= 0 && bytes.subarray(directory, directory + 4).equals(directoryEntry) && bytes.indexOf(localEntry) >= 0) return true;
  }
  return false;
}

/** Readers look for a PDF's head in the first kilobyte. */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/**
 * A GIF whose width and height spell the beginning of a comment or an assignment is a script to a browser that was told so. One such
 * byte proves nothing: every 256th width begins with it. It takes a picture of more than two thousand pixels to spell two of them.
 */
function isScript(bytes: Buffer): boolean {
  return /^GIF8[79]a\s*(\/\*|=\s*[!-~])/.test(bytes.subarray(0, 16).toString('latin1'));
}
