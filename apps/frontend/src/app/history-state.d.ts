import '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The address a mail was sent to: shown on the next page, kept out of the URL. */
    email?: string;
  }
}
