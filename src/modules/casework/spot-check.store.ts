/** Spot checks 不定期抽查: drawn by a recorded seed, so that nobody chooses whom, and anybody can draw again and compare. */
import type { Day } from '../../kernel/day.ts';
import type { Transaction } from '../../platform/database/database.ts';

export interface Drawing {
  readonly division: string;
  readonly size: number;
  readonly seed: string;
  readonly drawnBy: string;
  readonly drawnAt: Date;
  readonly drawnOn: Day;
  readonly dueOn: Day;
}

export interface DrawnCheck {
  readonly id: number;
  readonly division: string;
  readonly seed: string;
  readonly size: number;
  /** Registered households of the division on the day. */
  readonly population: number;
  readonly drawnOn: Day;
  readonly households: readonly number[];
}

const POPULATION = `SELECT household_id FROM household_fact WHERE valid_from <= $1::date AND valid_to > $1::date
  AND class_code IS NOT NULL AND (class_until IS NULL OR class_until >= $1::date) AND starts_with(street_code, $2)`;

/** In the order of a hash of seed and household: the seed alone decides. */
const DRAW = `SELECT household_id FROM (${POPULATION}) p
  ORDER BY sha256(convert_to($3 || ' ' || household_id, 'UTF8')), household_id LIMIT $4`;

/** Draws and records it; a household may be drawn again another time. */
export async function drawSpotChecks(tx: Transaction, drawing: Drawing): Promise<DrawnCheck> {
  const { division, size, seed, drawnBy, drawnAt, drawnOn, dueOn } = drawing;
  const of = [drawnOn, division];
  const [counted] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${POPULATION}) p`, of);
  const population = counted?.count ?? 0;
  const drawn = await tx.query<{ household_id: number }>(DRAW, [...of, seed, size]);
  const households = drawn.map(({ household_id }) => household_id);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO spot_check_draw (division, size, seed, population, drawn_by, drawn_at, drawn_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [division, size, seed, population, drawnBy, drawnAt, drawnOn],
  );
  if (row === undefined) throw new Error('a draw was not recorded');
  await tx.execute(
    `INSERT INTO spot_check (draw_id, household_id, drawn_on, due_on) SELECT $1, unnest($2::bigint[]), $3, $4`,
    [row.id, households, drawnOn, dueOn],
  );
  return { id: row.id, division, seed, size, population, drawnOn, households };
}
