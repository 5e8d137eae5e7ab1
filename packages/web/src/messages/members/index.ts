import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { MembersMessages } from "./ja.ts";
export const membersMessages = { ja, "ja-easy": jaEasy, en };
