/**
 * The boundaries of the code (docs/architecture.md, "Who may import whom").
 * Imports point up the data's way or inward, never sideways into a module's inside.
 */

/** The data's way; a module may import the faces of earlier stages only. */
const STAGES = [
  'ingestion',
  'identity',
  'household',
  'sections',
  'discovery',
  'alerting',
  'consent',
  'services',
  'casework',
  'delivery',
  'exports',
];

const TEST = '\\.test\\.ts$';
const OURS = '^(src|connectors|schema|sim|packs|packages|prisma|tests|scripts|bench|gateway)/';

const noLaterStage = STAGES.slice(0, -1).map((stage, index) => ({
  name: `no-later-stage-${stage}`,
  comment: `${stage} must not know the stages after it`,
  severity: 'error',
  from: { path: `^src/modules/${stage}/` },
  to: { path: `^src/modules/(${STAGES.slice(index + 1).join('|')})/` },
}));

/** Whatever lies under `from` may import, of our own code, only what `only` matches. */
const confined = (name, from, only, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: OURS, pathNot: only },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'a circle has no first page to read',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true, pathNot: '/generated/' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'the import leads nowhere; what benches compare with is installed by them, in bench/',
      severity: 'error',
      from: { pathNot: '^(bench/(peers/|load-client\\.js$)|gateway/)' },
      to: { couldNotResolve: true },
    },
    {
      name: 'gateway-files-resolve',
      comment: 'the import leads nowhere; packages of the gateway are installed by itself, in gateway/',
      severity: 'error',
      from: { path: '^gateway/' },
      to: { path: '^\\.', couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-production',
      comment: 'npm ci --omit=dev must still start the hub',
      severity: 'error',
      from: { path: '^(src|connectors|schema|sim|packs|packages|prisma/generated)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    confined('kernel-is-alone', '^src/kernel/', '^src/kernel/', 'kernel imports nothing of ours'),
    confined(
      'platform-knows-no-domain',
      '^src/platform/',
      '^(src/(kernel|platform)/|prisma/generated/)',
      'platform imports only the kernel (and the generated database client)',
    ),
    confined('config-is-below', '^src/config/', '^src/(kernel|config)/', 'config imports only the kernel'),
    confined(
      'connectors-keep-apart',
      '^connectors/([^/]+)/',
      '^(connectors/($1|sdk)/|src/kernel/)',
      'a connector imports its own folder, the sdk and the kernel',
    ),
    confined(
      'cross-cutting-modules-import-no-module',
      '^src/modules/(access|audit|documents)/',
      '^(src/(kernel|platform)/|src/modules/$1/|prisma/generated/|packs/)',
      'access, audit and documents import no module',
    ),
    confined(
      'administration-knows-access-only',
      '^src/modules/administration/',
      '^(src/(kernel|platform)/|src/modules/administration/|src/modules/access/index\\.ts$)',
      'administration imports the face of access',
    ),
    confined(
      'schema-enters-by-faces',
      '^schema/',
      '^(schema/|connectors/(sdk/)?index\\.ts$|src/(kernel|platform)/|src/modules/[^/]+/index\\.ts$|prisma/generated/)',
      'the GraphQL face imports module faces, and what connectors declare',
    ),
    confined(
      'sim-stays-outside',
      '^sim/',
      '^(sim/|connectors/|src/(kernel|platform)/)',
      'the simulated city knows the agencies, not the hub',
    ),
    confined(
      'client-stands-alone',
      '^packages/client/',
      '^packages/client/',
      'the client is published by itself: it knows the hub by its operations only',
    ),
    confined(
      'gateway-stands-alone',
      '^gateway/src/',
      '^gateway/(src|node_modules)/',
      'the gateway is installed without the hub: it speaks HTTP and imports nothing of it',
    ),
    {
      name: 'gateway-is-entered-by-its-tests',
      comment: 'the gateway is a package of its own: what knows it starts it as a process',
      severity: 'error',
      from: { path: OURS, pathNot: '^gateway/' },
      to: { path: '^gateway/' },
    },
    confined(
      'warehouse-uses-the-client-only',
      '^src/warehouse/',
      '^(src/warehouse/|src/kernel/|packages/client/src/(index|node)\\.ts$)',
      'the warehouse job knows the hub as everybody does: by the client',
    ),
    {
      name: 'client-has-two-doors',
      comment: 'the client is entered as those who install it do',
      severity: 'error',
      from: { path: OURS, pathNot: '^packages/client/' },
      to: { path: '^packages/client/', pathNot: '^packages/client/src/(index|node)\\.ts$' },
    },
    {
      name: 'agencies-have-one-door',
      comment: 'an agency is entered by its index.ts; its transport is loaded when it is asked for',
      severity: 'error',
      from: { path: '^(src|schema|scripts|bench|connectors/index\\.ts$)', pathNot: TEST },
      to: { path: '^connectors/[^/]+/', pathNot: '^connectors/(sdk/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'modules-know-no-outside',
      comment: 'a module is handed what it needs; it does not reach for the composition root, configuration or face',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: TEST },
      to: { path: '^(src/(app|cli|config)/|src/[^/]+\\.ts$|schema/|sim/|tests/|scripts/|bench/)' },
    },
    {
      name: 'modules-have-one-door',
      comment: 'a module is entered by its index.ts',
      severity: 'error',
      from: { path: '^(src|connectors|schema|sim|scripts|bench)/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'modules-have-one-door-for-each-other',
      comment: 'a module is entered by its index.ts',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' },
    },
    ...noLaterStage,
    {
      name: 'only-the-root-composes',
      comment: 'only what acts on import, and the tools around it, may take the composition root',
      severity: 'error',
      from: {
        path: OURS,
        pathNot: '^(src/(app|cli)/|src/(cli|main|worker)\\.ts$|tests/|scripts/|bench/|gateway/tests/)',
      },
      to: { path: '^src/app/' },
    },
    {
      name: 'production-knows-no-tests',
      comment: 'what runs does not import what tries it',
      severity: 'error',
      from: { path: '^(src|connectors|schema|sim|packs|packages)/', pathNot: TEST },
      to: { path: `^(tests|scripts|bench|gateway)/|${TEST}` },
    },
  ],
  options: {
    exclude: { path: '^packages/[^/]+/dist/' },
    doNotFollow: { path: ['node_modules', '/generated/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
