import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { RiderMessages } from "./ja.ts";
export const riderMessages = { ja, "ja-easy": jaEasy, en };
