import type { MyShift } from "@noriai/api";

/** The driver's own work of today. */
export type Shift = NonNullable<MyShift["shift"]>;
