import type { InEveryLanguage } from "../../language.tsx";
import { en } from "./en.ts";
import { ja, type StartMessages } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const startMessages: InEveryLanguage<StartMessages> = { ja, "ja-easy": jaEasy, en };
