/** The parts of the page for the care of stops, in their order. */
export const STOP_CARE_PARTS = ["tasks", "placements", "sheets"] as const;
export type StopCarePart = (typeof STOP_CARE_PARTS)[number];

/** The part of an address; anything else counts as none. */
export const parseStopCarePart = (text: unknown): StopCarePart | undefined =>
  STOP_CARE_PARTS.find((part) => part === text);
