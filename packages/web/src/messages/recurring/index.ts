import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const recurringMessages = { ja, "ja-easy": jaEasy, en };
export type { RecurringMessages } from "./ja.ts";
