import { describe, expect, it } from '@jest/globals';
import { WanjiaError } from '../kernel/errors.ts';
import { loadConfig } from './index.ts';

function problemsOf(environment: Record<string, string>): string {
  try {
    loadConfig({}, environment);
  } catch (error) {
    if (error instanceof WanjiaError) return error.message;
  }
  return '';
}

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = loadConfig({}, {});
    expect(config).toMatchObject({
      home: expect.stringMatching(/[\\/]\.wanjia$/),
      host: '127.0.0.1',
      port: 4000,
      agencies: {},
    });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.signIn.issuers).toEqual([]);
  });

  it('lets the command line go before the environment, and a blank be none', () => {
    expect(loadConfig({ PORT: '5000' }, { PORT: '6000' }).port).toBe(5000);
    expect(loadConfig({ PORT: undefined }, { PORT: ' ' }).port).toBe(4000);
  });

  it('says what was expected of every wrong variable, without its value', () => {
    const problems = problemsOf({ PORT: 'http', DATABASE_URL: 'mysql://root:secret@db/x', WANJIA_DEMO_PERSONS: '5' });
    expect(problems).toContain('PORT: expected a whole number from 0 to 65535');
    expect(problems).toContain('DATABASE_URL: expected an address like postgresql://');
    expect(problems).toContain('WANJIA_DEMO_PERSONS: expected a whole number from 100');
    expect(problems).not.toContain('secret@');
  });

  it('refuses a misspelt variable of its own, and leaves those of others alone', () => {
    expect(problemsOf({ WANJIA_HOEM: 'x' })).toContain('WANJIA_HOEM: no variable of this name is read');
    expect(problemsOf({ HOEM: 'x', WANJIA_TEST_HOME: 'x' })).toBe('');
  });

  it('wants what belongs together', () => {
    const [issuer, other] = ['https://issuer.example', 'https://other.example'];
    const introspecting = { WANJIA_INTROSPECTION_CLIENT_ID: 'hub', WANJIA_INTROSPECTION_CLIENT_SECRET: 's' };
    expect(problemsOf({ WANJIA_ISSUER: issuer, ...introspecting })).toBe('');
    expect(problemsOf({ WANJIA_ISSUER: issuer, WANJIA_INTROSPECTION_CLIENT_ID: 'hub' })).toContain('expected together');
    expect(problemsOf({ WANJIA_ISSUER: `${issuer} ${other}`, ...introspecting })).toContain('expected with one issuer');
    expect(problemsOf({ WANJIA_JWKS_URL: `${issuer}/keys` })).toContain('WANJIA_JWKS_URL: expected with one issuer');
    expect(problemsOf({ WANJIA_EDUCATION_CLIENT_ID: 'hub' })).toContain('WANJIA_EDUCATION_BASE_URL: expected together');
  });

  it('takes several issuers, and none whose keys would travel in the clear', () => {
    const signIn = (value: string) => loadConfig({ WANJIA_ISSUER: value }, {}).signIn;
    expect(signIn(' https://a.example  http://127.0.0.1:9000 ').issuers).toEqual([
      'https://a.example',
      'http://127.0.0.1:9000',
    ]);
    for (const clear of ['http://id.example', 'https://a.example http://127.0.0.1.example', 'https://me@id.example'])
      expect(problemsOf({ WANJIA_ISSUER: clear })).toContain('WANJIA_ISSUER: expected one or more addresses');
  });

  it('hands each agency what its connector wants', () => {
    const { agencies } = loadConfig(
      {},
      {
        WANJIA_CIVIL_AFFAIRS_URL: 'mysql://reader:x@bureau/views',
        WANJIA_HUMAN_RESOURCES_BASE_URL: 'https://hr.example/api',
        WANJIA_HUMAN_RESOURCES_CLIENT_ID: 'hub',
        WANJIA_HUMAN_RESOURCES_SECRET: 's',
      },
    );
    expect(agencies).toEqual({
      'civil-affairs': { url: 'mysql://reader:x@bureau/views' },
      'human-resources': { baseUrl: 'https://hr.example/api', clientId: 'hub', secret: 's' },
    });
  });
});
