import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { StopMessages } from "./ja.ts";
export const stopMessages = { ja, "ja-easy": jaEasy, en };
