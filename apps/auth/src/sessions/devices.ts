import { UAParser } from 'my-ua-parser';

/** Browser and system by name only: enough to recognise one's own device, too little to follow it. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  const { browser, os } = new UAParser(userAgent.slice(0, 400)).getResult();
  return { browser: named(browser.name), system: named(os.name) };
}

function named(name: string | undefined): string | null {
  return name ? name.slice(0, 40) : null;
}
