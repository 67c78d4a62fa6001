import { files, Problem } from '@unityplan/contracts';

/** Formats that are taken; a moving PNG has a name of its own. */
const taken = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

const { file_type_refused, file_type_unknown } = files.filesErrors;

/**
 * Refuses what is no picture of the five formats, by its own bytes; its name and what the sender calls it count for nothing. Throws
 * file_type_refused with the kind, file_type_unknown when it is no kind of file that we know.
 */
export async function refuseOtherKinds(content: Uint8Array): Promise<void> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content);
  if (found && taken.has(found.mime)) return;
  const markup = markupKind(content);
  if (markup) throw new Problem(file_type_refused, { kind: markup });
  if (!found) throw new Problem(file_type_unknown);
  throw new Problem(file_type_refused, { kind: found.ext.toUpperCase() });
}

/** Pictures and pages written as text, which have no magic bytes. */
function markupKind(content: Uint8Array): string | undefined {
  const head = Buffer.from(content.subarray(0, 4096)).toString('latin1').toLowerCase();
  if (/<svg[\s>]/.test(head)) return 'SVG';
  return /<(!doctype\s+html|html|script|body)[\s>]/.test(head) ? 'HTML' : undefined;
}
