import { demandEn } from "./demand-en.ts";
import { demandJa } from "./demand-ja.ts";
import { demandJaEasy } from "./demand-ja-easy.ts";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const reportMessages = { ja, "ja-easy": jaEasy, en };
export const demandMessages = { ja: demandJa, "ja-easy": demandJaEasy, en: demandEn };
export type { DemandMessages } from "./demand.ts";
