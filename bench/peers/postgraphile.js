/** PostGraphile 5 as its guide sets it up, over the views: lists instead of connections, no permissions. */
import { createServer } from 'node:http';
import { PgSimplifyInflectionPreset } from '@graphile/simplify-inflection';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { listening } from './listening.js';

const preset = {
  extends: [PostGraphileAmberPreset, PgSimplifyInflectionPreset],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['peer'], poolConfig: { max: 16 } }),
  ],
  schema: { defaultBehavior: '-connection +list -insert -update -delete' },
  grafserv: { graphiql: false },
};
const server = createServer();
server.on('error', (error) => process.emitWarning(error));
const serving = postgraphile(preset).createServ(grafserv);
await serving.addTo(server);
listening(server);
