import type { Command } from 'commander';
import { runCommand } from '../run.ts';

interface Flags {
  readonly title?: string;
  readonly prefix?: string;
}

/** `wanjia new-connector` */
export function addNewConnector(program: Command): void {
  program
    .command('new-connector')
    .argument('<agency>', 'its id, such as housing')
    .description('make a connector for one more agency: its folder, and its line in connectors/index.ts')
    .option('--title <text>', 'its name in Chinese, as its staff say it')
    .option('--prefix <letters>', 'two capitals that its record types begin with')
    .action((id: string, { title, prefix }: Flags) =>
      runCommand(
        {},
        {
          work: (app) => app.newConnector({ id, title, prefix }),
          show: (files) => {
            console.log(['Made:', ...files.map((file) => `  ${file}`), '  a line in connectors/index.ts'].join('\n'));
            console.log(
              [
                'Next:',
                '  npm run generate                     # its record types, tables, part of the graph and settings',
                `  npm run make:migration -- ${id}`,
                `  npm test -- connectors/${id}`,
                'Then say what the agency really delivers: docs/guides/new-connector.md',
              ].join('\n'),
            );
          },
        },
      ),
    );
}
