import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { listen } from './listen.ts';
import { readBody } from './read-body.ts';

const ADDRESS = { host: '127.0.0.1', port: 0 };

describe('an HTTP server', () => {
  it('lets the request under way finish when it closes, and takes no other', async () => {
    const http = await listen(ADDRESS, (_, response) => void sleep(200).then(() => response.end('done')));
    const answer = fetch(http.url).then((response) => response.text());
    await sleep(50);
    await http.close();
    expect(await answer).toBe('done');
    await expect(fetch(http.url)).rejects.toThrow();
  });

  it('cuts what does not finish in time', async () => {
    const http = await listen(ADDRESS, () => undefined);
    const answer = fetch(http.url);
    answer.catch(() => undefined);
    await sleep(50);
    await http.close(100);
    await expect(answer).rejects.toThrow();
  });

  it('says which port is taken', async () => {
    const http = await listen(ADDRESS, () => undefined);
    await expect(listen({ ...ADDRESS, port: http.port }, () => undefined)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      params: { port: http.port },
    });
    await http.close();
  });

  it('refuses a body over the limit', async () => {
    const http = await listen(ADDRESS, (request, response) => {
      void readBody(request, 10).then((body) => response.end(body.ok ? String(body.value) : body.error));
    });
    const post = async (body: string | ReadableStream): Promise<string> =>
      (await fetch(http.url, { method: 'POST', body, duplex: 'half' } as RequestInit)).text();
    expect(await post('short')).toBe('short');
    expect(await post('much too long')).toBe('TOO_LARGE');
    expect(await post(new Blob(['much ', 'too long']).stream())).toBe('TOO_LARGE');
    await http.close();
  });
});
