import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { BookingsMessages } from "./ja.ts";
export const bookingsMessages = { ja, "ja-easy": jaEasy, en };
