import { Fragment } from 'react';

/** Keys to press: `+` joins keys pressed together, a space keys pressed one after the other (`g h`). */
export function Keys({ keys, then }: { keys: string; then: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {keys.split(' ').map((step, at) => (
        <Fragment key={at}>
          {at > 0 && <span className="px-0.5 text-xs text-muted">{then}</span>}
          {step.split('+').map((key) => (
            <kbd key={key} className="grid min-h-6 min-w-6 place-items-center rounded-sm border border-b-2 border-line-strong bg-paper px-1.5 font-sans text-xs font-semibold">{key}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
