import { useCallback, useEffect, useRef, useState } from 'react';
import { maxFileBytes, type FilePurpose, type StoredFile } from '../lib/files.ts';
import { sdk } from '../lib/sdk.ts';
import { sendFile, type Phase } from '../lib/send-file.ts';
import { store, stored } from '../lib/storage.ts';

export interface Upload {
  name: string;
  percent: number;
  phase: Phase | 'failed';
  error?: unknown;
}

/** Too large to be worth sending; the server would say the same after the first byte. */
export class FileTooLarge extends Error {}

/** Sends one file at a time; it survives a lost connection, and a reload of the page when the same file is chosen again. */
export function useUpload(purpose: FilePurpose, onDone: (file: StoredFile) => void) {
  const [upload, setUpload] = useState<Upload>();
  const stop = useRef<AbortController>(undefined);
  const last = useRef<{ file: Blob; name: string }>(undefined);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => () => stop.current?.abort(), []);
  const send = useCallback(
    async (file: Blob, name: string) => {
      stop.current?.abort();
      const own = new AbortController();
      stop.current = own;
      last.current = { file, name };
      const place = `unityplan.upload.${purpose}.${file.size}.${name}.${file instanceof File ? file.lastModified : 0}`;
      const put = (part: Partial<Upload>) => setUpload((now) => ({ name, percent: now?.percent ?? 0, phase: 'sending', ...part }));
      setUpload({ name, percent: 0, phase: 'sending' });
      try {
        if (file.size > maxFileBytes) throw new FileTooLarge();
        const ready = await sendFile(sdk, file, {
          purpose, fileName: name, signal: own.signal, resume: stored(place), onUpload: (fileId) => store(place, fileId), rest,
          onProgress: (sent, phase) => put({ percent: Math.floor((sent / file.size) * 100), phase }),
        });
        if (own.signal.aborted) return;
        setUpload(undefined);
        done.current(ready);
      } catch (error) {
        if (!own.signal.aborted) put({ phase: 'failed', error });
      }
    },
    [purpose],
  );
  return {
    upload,
    send,
    again: () => { if (last.current) void send(last.current.file, last.current.name); },
    cancel: () => { stop.current?.abort(); setUpload(undefined); },
  };
}

/** A pause that the return of the connection ends. */
function rest(ms: number): Promise<void> {
  return new Promise((go) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      go();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
  });
}
