import { files, Problem } from '@unityplan/contracts';

/** Formats that are taken, by the name that the picture library gives them. */
const taken: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/gif': 'gif', 'image/avif': 'heif' };

const { file_type_refused, file_type_unknown } = files.filesErrors;

/**
 * The format of a file by its own bytes; its name and what the sender calls it count for nothing. Throws file_type_refused with
 * the kind for anything but the five formats, file_type_unknown when it is no kind of file that we know.
 */
export async function formatOf(content: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(content);
  const format = found && taken[found.mime];
  if (format) return format;
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
