import type { InEveryLanguage } from "../../language.tsx";
import { en } from "./en.ts";
import { type AppMessages, ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const appMessages: InEveryLanguage<AppMessages> = { ja, "ja-easy": jaEasy, en };
