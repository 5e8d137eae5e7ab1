import type { DriverMessages } from "./ja.ts";

export const jaEasy: DriverMessages = {};
