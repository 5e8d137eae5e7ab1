import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { HelpingMessages } from "./ja.ts";
export const helpingMessages = { ja, "ja-easy": jaEasy, en };
