/**
 * Amounts inside expressions: exact decimals of fen, so that a ratio of an amount is compared without rounding.
 * A literal or parameter such as `0.4` counts as the decimal it is written as, not as its binary neighbour.
 */
export class Money {
  readonly units: bigint;
  /** The amount is `units / 10^scale` fen. */
  readonly scale: number;

  constructor(units: bigint, scale = 0) {
    this.units = units;
    this.scale = scale;
  }

  static ofFen(fen: number): Money {
    return new Money(BigInt(fen));
  }

  plus(other: Money): Money {
    const scale = Math.max(this.scale, other.scale);
    return new Money(this.at(scale) + other.at(scale), scale);
  }

  minus(other: Money): Money {
    return this.plus(new Money(-other.units, other.scale));
  }

  times(factor: bigint | number): Money {
    if (typeof factor === 'bigint') return new Money(this.units * factor, this.scale);
    const { units, scale } = decimalOf(factor);
    return new Money(this.units * units, this.scale + scale);
  }

  /** Negative, zero or positive as this is less than, equal to or more than the other. */
  compare(other: Money): number {
    const scale = Math.max(this.scale, other.scale);
    const difference = this.at(scale) - other.at(scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Yuan with two places, as in `1234.50`; what lies below one fen is rounded half away from zero. */
  toYuan(): string {
    const divisor = 10n ** BigInt(this.scale);
    const magnitude = this.units < 0n ? -this.units : this.units;
    const fen = (magnitude * 2n + divisor) / (divisor * 2n);
    const sign = this.units < 0n && fen > 0n ? '-' : '';
    return `${sign}${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
  }

  private at(scale: number): bigint {
    return this.units * 10n ** BigInt(scale - this.scale);
  }
}

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

function decimalOf(value: number): { readonly units: bigint; readonly scale: number } {
  const parts = PLAIN_DECIMAL.exec(String(value));
  if (parts === null) throw new RangeError('factors of amounts are plain decimals');
  const fraction = parts[3] ?? '';
  return { units: BigInt(`${parts[1]}${parts[2]}${fraction}`), scale: fraction.length };
}
