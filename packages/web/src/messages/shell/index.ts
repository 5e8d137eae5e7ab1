import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { ShellMessages } from "./ja.ts";
export const shellMessages = { ja, "ja-easy": jaEasy, en };
