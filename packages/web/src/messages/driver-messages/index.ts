import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { DriverMessagesMessages } from "./ja.ts";
export const driverMessagesMessages = { ja, "ja-easy": jaEasy, en };
