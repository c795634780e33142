/** Openings that people have accepted since the last release, each with its reason. */
import { parse } from 'yaml';
import { z } from 'zod';
import { type AccessChange, askerName } from '../../schema/permissions/access-table.ts';

const note = z.strictObject({
  /** Schema coordinates; `*` stands for anything within a name, as in `Case.*`. */
  coordinates: z.array(z.string().min(1)).min(1),
  /** Roles it opens to; absent: whoever the policy opens it to. */
  roles: z.array(z.string().min(1)).min(1).optional(),
  reason: z.string().min(20),
  acceptedBy: z.string().min(2),
  acceptedOn: z.iso.date(),
});

export type AcceptedOpening = z.infer<typeof note>;

/** Throws what is wrong with the file. */
export function readAccepted(text: string): readonly AcceptedOpening[] {
  return z.array(note).parse(parse(text) ?? []);
}

function fits(pattern: string, coordinate: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(coordinate);
}

function accepts({ coordinates, roles }: AcceptedOpening, { coordinate, role }: AccessChange): boolean {
  return (roles?.includes(role) ?? true) && coordinates.some((pattern) => fits(pattern, coordinate));
}

const said = (change: AccessChange): string => {
  const { coordinate, before, after, given } = change;
  const held = Object.entries(given).flatMap(([factor, holds]) => (holds ? factor : []));
  const when = held.length === 0 ? '' : ` with ${held.join(', ')}`;
  return `${coordinate} opens to ${askerName(change)}${when}: ${before} → ${after}`;
};

/** Openings that nobody accepted, and notes that accept nothing any more. */
export function unaccepted(changes: readonly AccessChange[], notes: readonly AcceptedOpening[]): readonly string[] {
  const openings = changes.filter(({ effect }) => effect === 'OPENS');
  const open = openings.filter((opening) => !notes.some((one) => accepts(one, opening)));
  const idle = notes.filter((one) => !openings.some((opening) => accepts(one, opening)));
  return [
    ...open.map(said),
    ...idle.map(({ coordinates }) => `the note on ${coordinates.join(', ')} accepts nothing: remove it`),
  ];
}
