import type { InEveryLanguage } from "../../language.tsx";
import { en } from "./en.ts";
import { type DemoBarMessages, ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const demoBarMessages: InEveryLanguage<DemoBarMessages> = { ja, "ja-easy": jaEasy, en };
