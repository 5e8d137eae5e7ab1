import type { InEveryLanguage } from "../../language.tsx";
import { en } from "./en.ts";
import { ja, type OneTimeCodeMessages } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const oneTimeCodeMessages: InEveryLanguage<OneTimeCodeMessages> = { ja, "ja-easy": jaEasy, en };
