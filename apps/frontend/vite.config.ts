import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// By address, for Node may not know *.localhost; the browser's own host goes along and names the territory.
const gateway = { target: 'http://127.0.0.1:8080', changeOrigin: false };

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, routesDirectory: 'src/app/routes', generatedRouteTree: 'src/app/routeTree.gen.ts', quoteStyle: 'single', semicolons: true }),
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
