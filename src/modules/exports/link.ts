/**
 * Links to files: whoever has one may fetch one file for a short time, as the caller it was made for. The signature
 * covers method, path, end and caller; a link tells nothing of the file but its name.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { WanjiaError } from '../../kernel/errors.ts';
import { decodeId, encodeId } from '../../kernel/ids.ts';
import type { Exporter } from './export.ts';

/** Where files are fetched. */
export const EXPORTS_PATH = '/exports/';

interface Linked {
  readonly id: number;
  readonly name: string;
}

export interface FileLinks {
  /** Path and query. */
  make(file: Linked, caller: Exporter, until: Date): string;
  /** The file a path names; throws EXPORT_LINK_INVALID. */
  read(url: URL): Linked;
  /** Throws EXPORT_LINK_INVALID for a link that was not made for this caller, EXPORT_LINK_STALE for one whose time is over. */
  check(url: URL, caller: Exporter, now: Date): void;
}

const NAME = /^[a-z]+-\d{4,}(\.[a-z]+)+$/;
const SECOND_MS = 1_000;

export function createLinks(key: Buffer): FileLinks {
  function sign(path: string, expires: string, { organisation, subject }: Exporter): Buffer {
    return createHmac('sha256', key)
      .update(JSON.stringify(['GET', path, expires, organisation, subject]))
      .digest();
  }
  return {
    make({ id, name }, caller, until) {
      const path = `${EXPORTS_PATH}${encodeId('export', BigInt(id))}/${name}`;
      const expires = String(Math.floor(until.getTime() / SECOND_MS));
      return `${path}?expires=${expires}&signature=${sign(path, expires, caller).toString('base64url')}`;
    },
    read({ pathname }) {
      const [exportId = '', name = '', ...rest] = pathname.slice(EXPORTS_PATH.length).split('/');
      const id = decodeId('export', exportId);
      if (id === null || rest.length > 0 || !NAME.test(name)) throw new WanjiaError('EXPORT_LINK_INVALID');
      return { id: Number(id), name };
    },
    check({ pathname, searchParams }, caller, now) {
      const expires = searchParams.get('expires') ?? '';
      const given = Buffer.from(searchParams.get('signature') ?? '', 'base64url');
      const right = sign(pathname, expires, caller);
      if (given.length !== right.length || !timingSafeEqual(given, right)) throw new WanjiaError('EXPORT_LINK_INVALID');
      if (Number(expires) * SECOND_MS <= now.getTime()) throw new WanjiaError('EXPORT_LINK_STALE');
    },
  };
}
