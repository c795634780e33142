/** The access policy read the slow and plain way, to compare with what was compiled from it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface PlainGrant {
  readonly purposes: 'any' | string[];
  readonly when?: string | readonly object[];
  readonly children?: boolean;
  readonly allow?: string[];
  readonly mask?: string[];
  readonly withhold?: string[];
}

interface PlainPolicy {
  readonly classes: Record<string, { mask?: string; agency?: string }>;
  readonly groups: Record<string, string[]>;
  readonly children: { classes: string[] };
  readonly roles: Record<string, { agency?: string; purposes: string[]; grants: PlainGrant[] }>;
}

const plain = parse(readFileSync('packs/shanghai/changning/access.yaml', 'utf8')) as PlainPolicy;

export type Verdict = 'allow' | 'mask' | 'withhold';

export interface Case {
  readonly role: string;
  readonly purpose: string | null;
  readonly openAlert: boolean;
  readonly emergency?: boolean;
  readonly child: boolean;
}

function covers(words: string[] | undefined, dataClass: string, agency: string | undefined): boolean {
  for (const word of words ?? []) {
    if (word === dataClass) return true;
    if (word === 'own-section' && agency !== undefined && plain.classes[dataClass]?.agency === agency) return true;
    if (plain.groups[word] !== undefined && covers(plain.groups[word], dataClass, agency)) return true;
  }
  return false;
}

/** What the policy says of a class in one case. */
export function verdict(dataClass: string, { role, purpose, openAlert, child, emergency }: Case): Verdict {
  const { grants = [], agency } = plain.roles[role] ?? {};
  let best: Verdict = 'withhold';
  for (const grant of grants) {
    if (grant.purposes !== 'any' && !grant.purposes.includes(purpose ?? 'unstated')) continue;
    if (grant.when === 'open-alert' && !openAlert) continue;
    if (grant.when === 'emergency' && emergency !== true) continue;
    // Nobody has confirmed, agreed or opened a case there.
    if (Array.isArray(grant.when) || grant.when === 'second-person' || grant.when === 'open-case') continue;
    if (covers(grant.withhold, dataClass, agency)) return 'withhold';
    const sheltered = child && covers(plain.children.classes, dataClass, undefined) && grant.children !== true;
    if (covers(grant.allow, dataClass, agency)) {
      if (!sheltered) best = 'allow';
      else if (best === 'withhold' && plain.classes[dataClass]?.mask !== undefined) best = 'mask';
    }
    if (covers(grant.mask, dataClass, agency) && best === 'withhold') best = 'mask';
  }
  return best;
}

/** Every role with every purpose it holds, and with none. */
export const CALLERS: readonly { readonly role: string; readonly purpose: string | null }[] = Object.entries(
  plain.roles,
).flatMap(([role, { purposes }]) => [null, ...purposes].map((purpose) => ({ role, purpose })));

export const PURPOSES_OF = (role: string): readonly string[] => plain.roles[role]?.purposes ?? [];
