import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// By address, for Node may not know *.localhost; the browser's own host goes along and names the territory.
const gateway = { target: 'http://127.0.0.1:8080', changeOrigin: false };

/** The router splits each page into a part of its own by a plain import; here it learns to ask again for one that does not come. */
const patientParts: Plugin = {
  name: 'patient-parts',
  transform(code) {
    const patient = code.replace(/(const \$\$split\w+Importer = \(\) => )(import\((['"]).*?\3\))/g, '$1loadPagePart(() => $2)');
    return patient === code ? undefined : { code: `import { loadPart as loadPagePart } from '/src/shared/lib/load-part.ts';\n${patient}`, map: null };
  },
};

/** The files of the first load: whatever comes later finds them there, so that naming them to it would be in vain. */
const firstLoad = new Set<string>();
const knowFirstLoad: Plugin = {
  name: 'know-first-load',
  enforce: 'pre',
  generateBundle(_options, bundle) {
    const add = (file: string): void => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk' || firstLoad.has(file)) return;
      firstLoad.add(file);
      chunk.imports.forEach(add);
    };
    for (const [file, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && chunk.isEntry) add(file);
  },
};

export default defineConfig({
  plugins: [
    // Its options lie in tsr.config.json, where `npm run new -- page` reads them too.
    tanstackRouter(),
    patientParts,
    knowFirstLoad,
    react(),
    tailwindcss(),
  ],
  resolve: { conditions: ['@unityplan/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // The gateway's policy allows no data: fonts or scripts, and hashed files are cached for good.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : needed.filter((file) => !firstLoad.has(file))) },
    manifest: true,
    rolldownOptions: {
      output: {
        // The builder names what is shared after everyone who shares it.
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared~') ? 'shared' : '[name]'}-[hash].js`,
        codeSplitting: {
          groups: [
            // What every page begins with comes in two files: the libraries, which stay the same from one version to the next, and the application.
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
            { name: 'start', tags: ['$initial'] },
            // What several pages share, by who shares it; crumbs go along with a neighbour rather than being asked for one by one.
            { name: 'shared', test: /^(?!.*[\\/]node_modules[\\/])/, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_000 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, allowedHosts: ['.localhost'], proxy: { '/api': gateway, '/ws': { ...gateway, ws: true } } },
});
