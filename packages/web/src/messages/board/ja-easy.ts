import type { BoardMessages } from "./ja.ts";

export const jaEasy: BoardMessages = {};
