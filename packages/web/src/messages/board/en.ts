import type { BoardMessages } from "./ja.ts";

export const en: BoardMessages = {};
