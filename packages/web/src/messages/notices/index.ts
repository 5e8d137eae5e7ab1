import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { NoticesMessages } from "./ja.ts";
export const noticesMessages = { ja, "ja-easy": jaEasy, en };
