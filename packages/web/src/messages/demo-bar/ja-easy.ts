import type { DemoBarMessages } from "./ja.ts";

export const jaEasy: DemoBarMessages = {
  time: "練習（れんしゅう）の時間（じかん）",
  controls: "練習（れんしゅう）の時間（じかん）を変（か）える",
  pause: "止（と）める",
  run: (rate) => `×${rate}`,
  runLabel: (rate) => `${rate}倍（ばい）の速（はや）さで進（すす）める`,
  paused: "止（と）まっています",
  liven: "町（まち）を 動（うご）かす",
  still: "町（まち）を 止（と）める",
  lives: "予約（よやく）と 電話（でんわ）と 運転（うんてん）が 自動（じどう）で すすみます",
  jump: "変（か）える",
  jumpTitle: "練習（れんしゅう）の時間（じかん）を変（か）える",
  jumpDate: "日（ひ）",
  jumpTime: "時間（じかん）",
  jumpTo: "この時間（じかん）にする",
  jumpHint: "練習（れんしゅう）の時計（とけい）だけが変（か）わります。",
};
