/** The parts of the crew's page, in their order. */
export const CREW_PARTS = ["day", "drivers", "vehicles", "devices", "roll-calls", "records"] as const;
export type CrewPart = (typeof CREW_PARTS)[number];

/** The part of an address; anything else counts as none. */
export const parseCrewPart = (text: unknown): CrewPart | undefined =>
  CREW_PARTS.find((part) => part === text);
