import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { StopCareMessages } from "./ja.ts";
export const stopCareMessages = { ja, "ja-easy": jaEasy, en };
