import type { InEveryLanguage } from "../../language.tsx";
import { en } from "./en.ts";
import { type DayMessages, ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const dayMessages: InEveryLanguage<DayMessages> = { ja, "ja-easy": jaEasy, en };
