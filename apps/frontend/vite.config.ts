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

export default defineConfig({
  plugins: [
    // Its options lie in tsr.config.json, where `npm run new -- page` reads them too.
    tanstackRouter(),
    patientParts,
    react(),
    tailwindcss(),
  ],
  resolve: { conditions: ['@unityplan/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    // The gateway's policy allows no data: fonts or scripts, and hashed files are cached for good.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { host: '127.0.0.1', port: 5173, allowedHosts: ['.localhost'], proxy: { '/api': gateway, '/ws': { ...gateway, ws: true } } },
});
