import type { MailTexts, Rule } from './texts.ts';

const rules: Record<Rule, string> = { spam: 'reklame eller spam', abuse: 'krænkende eller chikanerende', off_topic: 'uden for emnet', personal_data: 'andres personlige oplysninger', other: 'andre grunde' };
const posts = (count: number) => (count === 1 ? 'Et nyt indlæg' : `${count} nye indlæg`);
const days = (count: number) => (count === 0 ? 'i dag' : count === 1 ? 'i morgen' : `om ${count} dage`);

export const da: MailTexts = {
  greeting: (name) => (name ? `Hej ${name}` : 'Hej'),
  someone: 'Et medlem',
  aModerator: 'En moderator',
  post: {
    mention: (actor, title) => `${actor} nævnte dig i »${title}«:`,
    reply: (actor, title) => `${actor} svarede dig i »${title}«:`,
    watching: (actor, title) => `${actor} skrev i »${title}«:`,
  },
  readPost: 'Læs indlægget',
  badge: {
    badge_awarded: ({ badge, course, by, until }) => ({
      subject: `Du har fået emblemet »${badge}«`,
      paragraphs: [course ? `Du har gennemført »${course}« og fået emblemet »${badge}«.` : by ? `${by} gav dig emblemet »${badge}«.` : `Du har fået emblemet »${badge}«.`, ...(until ? [`Det gælder til ${until}.`] : [])],
      action: 'Se, hvad det åbner for',
    }),
    badge_renewed: ({ badge, until }) => ({ subject: `Dit emblem »${badge}« er fornyet`, paragraphs: [`Dit emblem »${badge}« er fornyet.`, ...(until ? [`Det gælder til ${until}.`] : [])], action: 'Se dit emblem' }),
    badge_expiring: ({ badge, course, until, days: left }) => ({
      subject: `Dit emblem »${badge}« udløber ${days(left)}`,
      paragraphs: [`Dit emblem »${badge}« udløber ${days(left)}${until ? `, den ${until}` : ''}. Derefter er det, som det åbner for, lukket for dig.`, ...(course ? [`Du fornyer det ved at tage kurset »${course}« igen.`] : [])],
      action: 'Se, hvordan du beholder det',
    }),
    badge_expired: ({ badge, course }) => ({
      subject: `Dit emblem »${badge}« er udløbet`,
      paragraphs: [`Dit emblem »${badge}« gælder ikke længere. Det bliver på din profil, men åbner ikke for noget mere.`, ...(course ? [`Du får det igen ved at tage kurset »${course}«.`] : [])],
      action: 'Se, hvordan du fornyer det',
    }),
    badge_revoked: ({ badge, by }) => ({
      subject: `Dit emblem »${badge}« er taget tilbage`,
      paragraphs: [`${by ?? 'En af dit territoriums ansvarlige'} tog dit emblem »${badge}« tilbage. Begrundelsen står ved emblemet.`, 'Mener du, at det er forkert, så skriv til en af dit territoriums ansvarlige.'],
      action: 'Læs begrundelsen',
    }),
  },
  decision: {
    post_hidden: ({ title, number, moderator, rule, appealUntil }) => ({
      subject: `Dit indlæg i »${title}« er skjult`,
      paragraphs: [`${moderator} skjulte dit indlæg nr. ${number} i »${title}«.`, ...(rule ? [`Reglen: ${rules[rule]}.`] : []), 'Begrundelsen:'],
      remarks: [appealUntil ? `Mener du, at det er forkert, kan du klage indtil ${appealUntil}. En anden moderator ser så på det.` : 'Afgørelsen kan ikke længere påklages.'],
      action: appealUntil ? 'Se afgørelsen og klag' : 'Se afgørelsen',
    }),
    post_restored: ({ title, number, moderator }) => ({ subject: `Dit indlæg i »${title}« vises igen`, paragraphs: [`${moderator} viser igen dit indlæg nr. ${number} i »${title}«.`, 'Begrundelsen:'], action: 'Se afgørelsen' }),
    flag_decided: ({ title, moderator, outcome }) => ({
      subject: `Din anmeldelse i »${title}« er afgjort`,
      paragraphs: [outcome === 'hidden' ? `Tak. ${moderator} så på det indlæg, du anmeldte i »${title}«, og skjulte det.` : `Tak. ${moderator} så på det indlæg, du anmeldte i »${title}«, og lod det stå.`, 'Begrundelsen:'],
      remarks: ['Ingen får at vide, hvem der har anmeldt det.'], action: 'Se dine anmeldelser',
    }),
    appeal_decided: ({ title, moderator, outcome }) => ({
      subject: `Din klage i »${title}« er afgjort`,
      paragraphs: [outcome === 'granted' ? `${moderator} giver dig ret: Dit indlæg i »${title}« vises igen.` : `${moderator} så igen på dit indlæg i »${title}«; det forbliver skjult.`, 'Begrundelsen:'],
      ...(outcome === 'granted' ? {} : { remarks: ['Er der noget nyt, så skriv til en af dit territoriums ansvarlige.'] }), action: 'Se afgørelsen',
    }),
  },
  why: {
    mention: 'Du får denne mail, fordi du blev nævnt.',
    reply: 'Du får denne mail, fordi nogen svarede på din tråd eller dit indlæg.',
    watching: 'Du får denne mail, fordi du følger tråden eller dens kategori.',
    post_moderated: 'Du får denne mail, fordi den handler om et indlæg, du har skrevet.',
    appeal_decided: 'Du får denne mail, fordi du klagede.',
    flag_decided: 'Du får denne mail, fordi du anmeldte et indlæg.',
    badge_ended: 'Du får denne mail, fordi den handler om et af dine emblemer.',
    badge_expiring: 'Du får denne mail, fordi et af dine emblemer udløber.',
    badge_awarded: 'Du får denne mail, fordi du har fået et emblem.',
  },
  unsubscribe: {
    mention: 'Ikke flere mails om omtaler',
    reply: 'Ikke flere mails om svar',
    watching: 'Ikke flere mails om det, du følger',
    post_moderated: 'Ikke flere mails om afgørelser om dine indlæg',
    appeal_decided: 'Ikke flere mails om dine klager',
    flag_decided: 'Ikke flere mails om dine anmeldelser',
    badge_ended: 'Ikke flere mails om emblemer, der ophører',
    badge_expiring: 'Ikke flere mails om emblemer, der snart udløber',
    badge_awarded: 'Ikke flere mails om nye emblemer',
    digest: 'Ikke flere oversigter',
  },
  settings: 'Vælg, hvad du vil have mail om',
  digest: {
    subject: (count, territory) => (count === 1 ? `Én nyhed fra ${territory}` : `${count} nyheder fra ${territory}`),
    intro: 'Her er, hvad der er nyt for dig, og som du ikke har læst endnu:',
    posts: (count, actors, others) => `${posts(count)} af ${listed([...actors, ...(others > 0 ? [others === 1 ? 'en anden' : `${others} andre`] : [])])}`,
    more: (count) => (count === 1 ? 'Der er én ting mere på din liste.' : `Der er ${count} ting mere på din liste.`),
    action: 'Se alle notifikationer',
    why: 'Du får denne oversigt, fordi du har bedt om at få noget af det nye samlet i én mail.',
  },
  push: { privateTitle: 'Nyt til dig', privateBody: 'Åbn dine notifikationer for at se, hvad det er.', testTitle: 'Det virker', testBody: 'Push-beskeder når frem til denne enhed.' },
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

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? 'et medlem') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)!}`;
}
