import base from './playwright.config.ts';

/** Pictures of every page at phone and desktop width, light and dark, for people to look at: `npm run gallery`. */
export default { ...base, testMatch: 'gallery/*.gallery.ts', outputDir: '.results/gallery-artifacts', reporter: [['list']] };
