/**
 * Chance that a search can afford at every step: the same seed gives the same numbers on every machine.
 *
 * @see Marsaglia 2003, Xorshift RNGs (32 bits, shifts 13, 17, 5)
 */
export class Random {
  state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike, and xorshift must not begin at zero.
    let mixed = Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2_ae35);
    mixed ^= mixed >>> 16;
    this.state = mixed === 0 ? 1 : mixed;
    for (let warm = 0; warm < 8; warm++) this.unit();
  }

  /** At least 0, below 1. */
  unit(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.unit() * count);
  }
}
