import type { DriverMessages } from "./ja.ts";

export const en: DriverMessages = {};
