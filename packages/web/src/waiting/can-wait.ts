import type { Refusal } from "@noriai/api";

/** What room alone could mend: every vehicle taken, or intake stopped for now. */
const MENDED_BY_ROOM: ReadonlySet<string> = new Set(["no-vehicle", "intake-stopped"]);

/** Can a rider wait who was refused for these reasons? The server decides; this saves a button that only says no. */
export const canWait = (rejections: Refusal["rejections"]): boolean =>
  rejections.length > 0 && rejections.every(({ kind }) => MENDED_BY_ROOM.has(kind));
