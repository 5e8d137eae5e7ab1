import type { ReportMessages } from "./ja.ts";

export const jaEasy: ReportMessages = {};
