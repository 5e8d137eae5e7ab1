import type { DeskMessages } from "./ja.ts";

export const en: DeskMessages = {};
