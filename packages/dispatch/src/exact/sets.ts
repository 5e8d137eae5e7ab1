/**
 * Sets of small whole numbers, each known by a number of its own: two labels that have served the same stops hold the
 * same number. Compared in full, never by hash alone, so that nothing unequal is ever taken for equal.
 */
export class Sets {
  static readonly EMPTY = 0;
  readonly #width: number;
  #words: Int32Array;
  #count = 1;
  #next: Int32Array;
  #heads: Int32Array;

  /** @param size  members are 0 … size − 1 */
  constructor(size: number) {
    this.#width = Math.max(1, (size + 31) >> 5);
    this.#words = new Int32Array(this.#width * 256);
    this.#next = new Int32Array(256).fill(-1);
    this.#heads = new Int32Array(512).fill(-1);
    this.#link(0);
  }

  has(set: number, member: number): boolean {
    return (this.#words[set * this.#width + (member >> 5)]! & (1 << (member & 31))) !== 0;
  }

  /** Does the set hold every member of these words? */
  holds(set: number, words: Int32Array, from: number): boolean {
    const at = set * this.#width;
    for (let k = 0; k < this.#width; k++) if ((words[from + k]! & ~this.#words[at + k]!) !== 0) return false;
    return true;
  }

  /** The number of the set with one more member. */
  with(set: number, member: number): number {
    this.#reserve();
    const [width, words] = [this.#width, this.#words];
    const made = this.#count * width;
    words.copyWithin(made, set * width, (set + 1) * width);
    words[made + (member >> 5)]! |= 1 << (member & 31);
    for (let other = this.#heads[this.#bucket(made)]!; other >= 0; other = this.#next[other]!)
      if (this.#same(other * width, made)) return other;
    this.#link(this.#count);
    return this.#count++;
  }

  #same(a: number, b: number): boolean {
    for (let k = 0; k < this.#width; k++) if (this.#words[a + k] !== this.#words[b + k]) return false;
    return true;
  }

  #bucket(at: number): number {
    let hash = 0;
    for (let k = 0; k < this.#width; k++)
      hash = Math.imul(hash ^ this.#words[at + k]!, 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 13)) & (this.#heads.length - 1);
  }

  #link(set: number): void {
    const bucket = this.#bucket(set * this.#width);
    this.#next[set] = this.#heads[bucket]!;
    this.#heads[bucket] = set;
  }

  #reserve(): void {
    if (this.#count < this.#next.length) return;
    this.#words = grown(this.#words);
    this.#next = grown(this.#next);
    this.#heads = new Int32Array(this.#heads.length * 2).fill(-1);
    for (let set = 0; set < this.#count; set++) this.#link(set);
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}
