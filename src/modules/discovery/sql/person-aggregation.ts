import type { PersonAggregates } from './context.ts';

/** Aggregates over a household's persons, collected to be computed together; each is computed once. */
export class PersonAggregation implements PersonAggregates {
  readonly alias = 'm';
  private readonly places = new Map<string, number>();

  add(aggregate: string): string {
    const place = this.places.get(aggregate) ?? this.places.size + 1;
    this.places.set(aggregate, place);
    return `g.c${place}`;
  }

  /** Whether an aggregate reads the row under an alias. */
  reads(alias: string): boolean {
    const row = new RegExp(`\\b${alias}\\.`);
    return [...this.places.keys()].some((aggregate) => row.test(aggregate));
  }

  get select(): string {
    return [...this.places].map(([aggregate, place]) => `${aggregate} AS c${place}`).join(', ');
  }
}
