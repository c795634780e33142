/** Bundles GraphiQL into two files that the hub serves itself, so that it works without the internet. */
import { build } from 'esbuild';

await build({
  entryPoints: ['web/explorer/explorer.jsx'],
  outdir: 'schema/server/explorer/generated',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  jsx: 'automatic',
  loader: { '.woff2': 'dataurl', '.woff': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'eof',
  charset: 'utf8',
  logLevel: 'error',
});
