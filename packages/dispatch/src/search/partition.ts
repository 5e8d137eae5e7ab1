/** Sets of rows to choose from so that every row is in exactly one; of a kind at most `limit[kind]` may be chosen. */
export interface Partition {
  readonly rowCount: number;
  readonly limit: ArrayLike<number>;
  readonly columnCount: number;
  /** By column. */
  readonly cost: Float64Array;
  readonly kind: Int32Array;
  /** Rows of column c: `rows[start[c]]` … `rows[start[c + 1] − 1]`. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
}
