import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const promiseMessages = { ja, "ja-easy": jaEasy, en };
