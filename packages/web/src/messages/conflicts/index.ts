import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { ConflictMessages } from "./ja.ts";
export const conflictMessages = { ja, "ja-easy": jaEasy, en };
