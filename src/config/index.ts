/** The hub's configuration: the only reader of the environment. */
import { type Config, configOf } from './config.ts';
import { type RawEnvironment, readEnvironment } from './environment.ts';

export type { Config } from './config.ts';
export { VARIABLE_GROUPS } from './variables.ts';

/** Reads the configuration; `flags` of the command line go before the environment. */
export function loadConfig(flags: RawEnvironment = {}, environment: RawEnvironment = process.env): Config {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  return configOf(readEnvironment({ ...environment, ...Object.fromEntries(given) }));
}

/** The environment of a process that is started from here: this one's, with other settings. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}
