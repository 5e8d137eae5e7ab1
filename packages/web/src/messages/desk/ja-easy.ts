import type { DeskMessages } from "./ja.ts";

export const jaEasy: DeskMessages = {};
