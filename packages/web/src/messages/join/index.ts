import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { JoinMessages } from "./ja.ts";
export const joinMessages = { ja, "ja-easy": jaEasy, en };
