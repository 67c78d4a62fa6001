import type { MailTexts } from './texts.ts';

export const da: MailTexts = {
  greeting: (name) => (name ? `Hej ${name}` : 'Hej'),
  someone: 'Et medlem',
  post: {
    mention: (actor, title) => `${actor} nævnte dig i »${title}«:`,
    reply: (actor, title) => `${actor} svarede dig i »${title}«:`,
  },
  readPost: 'Læs indlægget',
  why: {
    mention: 'Du får denne mail, fordi du blev nævnt.',
    reply: 'Du får denne mail, fordi nogen svarede på din tråd eller dit indlæg.',
  },
  unsubscribe: {
    mention: 'Ikke flere mails om omtaler',
    reply: 'Ikke flere mails om svar',
  },
  settings: 'Vælg, hvad du vil have mail om',
  account: {
    verify_email: {
      subject: 'Bekræft din e-mailadresse',
      paragraphs: ['Velkommen til UnityPlan. Bekræft, at adressen er din, så kan du logge ind.', 'Hvis du ikke har oprettet dig, behøver du ikke gøre noget.'],
      action: 'Bekræft min adresse',
    },
    registration_repeated: {
      subject: 'Du har allerede en konto',
      paragraphs: ['Nogen prøvede at oprette sig med denne adresse, som allerede har en konto. Var det dig, så log bare ind; på siden kan du også vælge en ny adgangskode.', 'Var det ikke dig, behøver du ikke gøre noget: Intet er ændret.'],
      action: 'Log ind',
    },
    reset_password: {
      subject: 'Vælg en ny adgangskode',
      paragraphs: ['Der er bedt om en ny adgangskode. Når du vælger en, bliver du logget ud alle steder.', 'Har du ikke bedt om det, behøver du ikke gøre noget: Din adgangskode er uændret.'],
      action: 'Vælg en ny adgangskode',
    },
    password_changed: {
      subject: 'Din adgangskode er ændret',
      paragraphs: ['Adgangskoden til din konto er ændret, og alle enheder er logget ud.', 'Var det ikke dig, så vælg straks en ny adgangskode.'],
      action: 'Vælg en ny adgangskode',
    },
    session_replayed: {
      subject: 'En enhed er logget ud for din sikkerheds skyld',
      paragraphs: ['En nøgle, der holder en af dine enheder logget ind, blev brugt en gang til. Den kan være kopieret, så enheden er logget ud.', 'Se dine enheder, og log dem ud, du ikke kender.'],
      action: 'Se mine enheder',
    },
  },
  linkUntil: (when) => `Linket virker én gang, indtil ${when}.`,
  accountWhy: 'Du får denne mail, fordi den handler om din konto; den kan ikke slås fra.',
};
