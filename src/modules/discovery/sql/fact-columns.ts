/** Facts that many conditions ask are read once per stored row: each becomes a column beside the row. */
export class FactColumns {
  /** Alias of the stored row. */
  readonly row = 'r';
  private readonly alias: string;
  private readonly places = new Map<string, number>();

  /** `alias` names the row with its facts. */
  constructor(alias: string) {
    this.alias = alias;
  }

  /** What to read instead of the fact. */
  add(text: string): string {
    const place = this.places.get(text) ?? this.places.size + 1;
    this.places.set(text, place);
    return `${this.alias}.f${place}`;
  }

  get select(): string {
    return [...this.places].map(([text, place]) => `, ${text} AS f${place}`).join('');
  }
}
