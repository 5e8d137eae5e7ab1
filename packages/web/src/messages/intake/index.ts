import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { IntakeMessages } from "./ja.ts";
export const intakeMessages = { ja, "ja-easy": jaEasy, en };
