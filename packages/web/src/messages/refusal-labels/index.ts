import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

/** The reasons of a refusal as labels for a table; `wordRejections` puts the amounts in. */
export const refusalLabels = { ja, "ja-easy": jaEasy, en };
