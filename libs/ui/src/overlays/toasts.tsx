import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../display/icon.tsx';

export interface Toast {
  text: string;
  tone?: 'calm' | 'danger';
  action?: { label: string; run: () => void };
  seconds?: number;
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says something in passing; politely announced. Returns nothing: what matters is said in the page too. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds the toasts and the live region they are announced in. */
export function ToastRegion({ label, closeLabel, children }: { label: string; closeLabel: string; children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { key: number })[]>([]);
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>());
  const next = useRef(0);
  const remove = useCallback((key: number) => {
    clearTimeout(timers.current.get(key));
    timers.current.delete(key);
    setToasts((all) => all.filter((toast) => toast.key !== key));
  }, []);
  const show = useCallback(
    (toast: Toast) => {
      const key = next.current++;
      timers.current.set(key, setTimeout(() => remove(key), (toast.seconds ?? 6) * 1000));
      setToasts((all) => [...all.slice(-2), { ...toast, key }]);
    },
    [remove],
  );
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext value={value}>
      {children}
      <section aria-label={label} aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4">
        {toasts.map((toast) => (
          <div key={toast.key} className="rise pointer-events-auto flex w-full max-w-md items-center gap-2 rounded-lg bg-ink py-1.5 ps-5 pe-1.5 text-paper shadow-raised">
            {toast.tone === 'danger' && <Icon name="alert" />}
            <p className="grow py-1.5">{toast.text}</p>
            {toast.action && (
              <button type="button" className="min-h-11 shrink-0 rounded-md px-3 font-semibold whitespace-nowrap underline" onClick={() => { remove(toast.key); toast.action?.run(); }}>
                {toast.action.label}
              </button>
            )}
            <button type="button" aria-label={closeLabel} className="grid size-11 place-items-center rounded-md" onClick={() => remove(toast.key)}>
              <Icon name="close" />
            </button>
          </div>
        ))}
      </section>
    </ToastContext>
  );
}
