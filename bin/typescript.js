/**
 * Lets Node run the sources as they are: `node --import ./bin/typescript.js <file>.ts`. From version 24 on Node takes the
 * types out by itself; an older one gets a hook that does.
 */
import { register } from 'node:module';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.setSourceMapsEnabled(true);
  register('./typescript-hook.js', import.meta.url);
}
