/** A statement about one yes-no question: 2 × question for yes, 2 × question + 1 for no. */
export type Literal = number;

export const yes = (question: number): Literal => 2 * question;
export const no = (question: number): Literal => 2 * question + 1;

/**
 * Yes-no questions under clauses of which at least one literal each must hold. Decides, draws every consequence, and
 * learns from each contradiction a clause that keeps it from coming back (conflict-driven clause learning), so that
 * the search ends: with answers to all questions, or with the proof that there are none.
 *
 * @see Marques-Silva and Sakallah 1999, GRASP: a search algorithm for propositional satisfiability
 */
export class Clauses {
  /** Per question: 1 yes, −1 no, 0 open. */
  readonly answers: Int8Array;
  readonly #level: Int32Array;
  readonly #reason: (readonly Literal[] | undefined)[];
  readonly #trail: Literal[] = [];
  readonly #levelStarts: number[] = [];
  readonly #watchers: Literal[][][];
  #drawn = 0;
  #isContradictory = false;

  constructor(questions: number) {
    this.answers = new Int8Array(questions);
    this.#level = new Int32Array(questions);
    this.#reason = new Array(questions);
    this.#watchers = Array.from({ length: 2 * questions }, () => []);
  }

  /** No answers exist, whatever is decided. */
  get isContradictory(): boolean {
    return this.#isContradictory;
  }

  decide(literal: Literal): void {
    this.#levelStarts.push(this.#trail.length);
    this.#set(literal, undefined);
  }

  /** Adds a clause at any time; decisions that it contradicts are taken back. */
  add(clause: readonly Literal[]): void {
    const literals = [...new Set(clause)];
    // Watch what holds or is open, else what was refuted last.
    const rank = (literal: Literal) =>
      this.#value(literal) >= 0 ? Number.POSITIVE_INFINITY : this.#level[literal >> 1]!;
    literals.sort((a, b) => rank(b) - rank(a));
    const [first, second] = literals;
    if (first === undefined) this.#isContradictory = true;
    else if (second === undefined) this.#fix(first);
    else {
      this.#watch(literals);
      if (this.#value(first) < 0) this.#learnFrom(literals);
      else if (this.#value(first) === 0 && this.#value(second) < 0) {
        this.#backTo(this.#level[second >> 1]!);
        this.#set(first, literals);
      }
    }
  }

  #fix(literal: Literal): void {
    this.#backTo(0);
    if (this.#value(literal) < 0) this.#isContradictory = true;
    else if (this.#value(literal) === 0) this.#set(literal, undefined);
  }

  /** Draws every consequence; contradictions are learned from until none is left. */
  propagate(): void {
    while (!this.#isContradictory && this.#drawn < this.#trail.length) {
      const refuted = this.#trail[this.#drawn++]! ^ 1;
      const conflict = this.#visitWatchers(refuted);
      if (conflict !== undefined) this.#learnFrom(conflict);
    }
  }

  #visitWatchers(refuted: Literal): readonly Literal[] | undefined {
    const watching = this.#watchers[refuted]!;
    let kept = 0;
    for (let k = 0; k < watching.length; k++) {
      const clause = watching[k]!;
      if (clause[0] === refuted) [clause[0], clause[1]] = [clause[1]!, clause[0]!];
      if (this.#value(clause[0]!) > 0) {
        watching[kept++] = clause;
        continue;
      }
      const other = clause.findIndex((literal, at) => at > 1 && this.#value(literal) >= 0);
      if (other > 1) {
        [clause[1], clause[other]] = [clause[other]!, clause[1]!];
        this.#watchers[clause[1]!]!.push(clause);
        continue;
      }
      watching[kept++] = clause;
      if (this.#value(clause[0]!) < 0) {
        for (let rest = k + 1; rest < watching.length; rest++) watching[kept++] = watching[rest]!;
        watching.length = kept;
        return clause;
      }
      this.#set(clause[0]!, clause);
    }
    watching.length = kept;
    return undefined;
  }

  /** From a clause that nothing satisfies: the first cut through its reasons with one literal of the last level. */
  #learnFrom(conflict: readonly Literal[]): void {
    const top = Math.max(...conflict.map((literal) => this.#level[literal >> 1]!));
    if (top === 0) {
      this.#isContradictory = true;
      return;
    }
    this.#backTo(top); // a clause from outside may lie below the present level
    const seen = new Set<number>();
    const lower: Literal[] = [];
    let atTop = 0;
    let clause: readonly Literal[] = conflict;
    let at = this.#trail.length;
    let pivot: Literal = -1;
    do {
      for (const literal of clause) {
        const question = literal >> 1;
        if (literal === pivot || seen.has(question) || this.#level[question] === 0) continue;
        seen.add(question);
        if (this.#level[question] === top) atTop++;
        else lower.push(literal);
      }
      do pivot = this.#trail[--at]!;
      while (!seen.has(pivot >> 1));
      clause = this.#reason[pivot >> 1] ?? [];
    } while (--atTop > 0);
    lower.sort((a, b) => this.#level[b >> 1]! - this.#level[a >> 1]!);
    const learned = [pivot ^ 1, ...lower];
    this.#backTo(lower.length === 0 ? 0 : this.#level[lower[0]! >> 1]!);
    if (learned.length > 1) this.#watch(learned);
    this.#set(learned[0]!, learned);
  }

  #watch(clause: Literal[]): void {
    this.#watchers[clause[0]!]!.push(clause);
    this.#watchers[clause[1]!]!.push(clause);
  }

  #set(literal: Literal, reason: readonly Literal[] | undefined): void {
    const question = literal >> 1;
    this.answers[question] = literal & 1 ? -1 : 1;
    this.#level[question] = this.#levelStarts.length;
    this.#reason[question] = reason;
    this.#trail.push(literal);
  }

  #value(literal: Literal): number {
    const answer = this.answers[literal >> 1]!;
    return literal & 1 ? -answer : answer;
  }

  #backTo(level: number): void {
    if (this.#levelStarts.length <= level) return;
    const from = this.#levelStarts[level]!;
    for (const literal of this.#trail.splice(from)) this.answers[literal >> 1] = 0;
    this.#levelStarts.length = level;
    this.#drawn = Math.min(this.#drawn, from);
  }
}
