#!/usr/bin/env node
// The sources run as they are, so there is no build to forget.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `万家 Wanjia needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a current LTS release.`,
  );
  process.exit(1);
}
await import('./typescript.js');
await import('../src/cli.ts');
