/** Who allows the desk to book outside its hours, and why; as typed. */
export interface Supervised {
  readonly supervisor: string;
  readonly reason: string;
}

/** The form for it is open, and nothing is told yet. */
export const NOBODY_ALLOWS: Supervised = { supervisor: "", reason: "" };

/** What goes with a request once both are told. */
export const permissionOf = (supervised: Supervised | undefined): Supervised | undefined =>
  supervised === undefined || supervised.supervisor.trim() === "" || supervised.reason.trim() === ""
    ? undefined
    : supervised;
