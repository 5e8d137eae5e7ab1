import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { RegistrationsMessages } from "./ja.ts";
export const registrationsMessages = { ja, "ja-easy": jaEasy, en };
