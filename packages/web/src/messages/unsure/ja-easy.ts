import type { UnsureMessages } from "./ja.ts";

export const jaEasy: UnsureMessages = {
  title: "予約（よやく）ができたか、わかりませんでした",
  lead: "電波（でんぱ）がいいところで、下（した）のボタンをもう一度（いちど）押（お）してください。何度（なんど）押（お）しても、予約（よやく）が2つになることはありません。",
  again: "もう一度（いちど）ボタンを押（お）す",
};
