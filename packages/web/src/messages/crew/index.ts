import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { CrewMessages } from "./ja.ts";
export const crewMessages = { ja, "ja-easy": jaEasy, en };
