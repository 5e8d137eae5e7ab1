import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { MyMessages } from "./ja.ts";
export const myMessages = { ja, "ja-easy": jaEasy, en };
