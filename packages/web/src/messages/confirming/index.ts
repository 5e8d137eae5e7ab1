import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { ConfirmingMessages } from "./ja.ts";
export const confirmingMessages = { ja, "ja-easy": jaEasy, en };
