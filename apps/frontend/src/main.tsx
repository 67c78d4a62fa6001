import { ApiProblem } from '@unityplan/sdk';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startI18n } from './shared/lib/i18n.ts';
import { isPartMissing } from './shared/lib/load-part.ts';
import './styles.css';

void startI18n().then(() => {
  createRoot(document.getElementById('root')!, { onCaughtError: tellFault }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});

/** A page that says what went wrong, with a way on, is no fault of the application; anything else that it caught is. */
function tellFault(error: unknown): void {
  if (!(error instanceof ApiProblem) && !isPartMissing(error)) console.error(error);
}
