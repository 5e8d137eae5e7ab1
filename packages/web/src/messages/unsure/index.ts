import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const unsureMessages = { ja, "ja-easy": jaEasy, en };
