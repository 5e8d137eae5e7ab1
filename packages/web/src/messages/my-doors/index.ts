import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { MyDoorsMessages } from "./ja.ts";
export const myDoorsMessages = { ja, "ja-easy": jaEasy, en };
