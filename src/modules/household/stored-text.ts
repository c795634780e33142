/** The text of a profile as it is stored, and what tells it and each person's part of it from an earlier one. */
import { hash } from 'node:crypto';
import { headOf } from '../../platform/crypto/sealed-form.ts';
import type { StoredProfile } from './identities.ts';

export interface StoredText {
  /** The document. */
  readonly text: string;
  readonly hash: string;
  /** By person. */
  readonly parts: ReadonlyMap<number, string>;
}

/** An agency that says the same again later has changed nothing. */
const SAID_AT = /"at":"[^"]*"/g;
/** Characters of a person's hash: two parts of one person are compared, no more. */
const PART_LENGTH = 22;

/** Of the block only the head: a hash of what is hidden would tell it to whoever can guess. */
function hashOf(document: string, identities: string): string {
  return hash('sha256', document.replaceAll(SAID_AT, '') + headOf(identities), 'base64url');
}

function partHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, PART_LENGTH);
}

/** Each member is written once, for its own hash and for the document. */
export function storedTextOf({ document, identities }: StoredProfile): StoredText {
  const { members, ...household } = document;
  const texts = members.map((member) => JSON.stringify(member));
  const text = `${JSON.stringify(household).slice(0, -1)},"members":[${texts.join(',')}]}`;
  return {
    text,
    hash: hashOf(text, identities),
    parts: new Map(members.map(({ person }, at) => [person.id, partHash(texts[at] ?? '')])),
  };
}
