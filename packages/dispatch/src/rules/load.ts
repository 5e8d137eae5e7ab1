/** Who is aboard on one leg. */
export interface Load {
  readonly seats: number;
  readonly wheelchairs: number;
}
