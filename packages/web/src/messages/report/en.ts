import type { ReportMessages } from "./ja.ts";

export const en: ReportMessages = {};
