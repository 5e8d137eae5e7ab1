/** Texts of the demo's bar: its clock, and its town that lives by itself. Gives the shape for the other languages. */
export const ja = {
  time: "デモ時刻",
  controls: "デモ時刻の操作",
  pause: "一時停止",
  run: (rate: number) => `×${rate}`,
  runLabel: (rate: number) => `${rate}倍の速さで進める`,
  paused: "停止中",
  liven: "町を動かす",
  still: "町を止める",
  lives: "予約・電話・運転が自動で進んでいます",
  jump: "時刻変更",
  jumpTitle: "デモ時刻を変える",
  jumpDate: "日付",
  jumpTime: "時刻",
  jumpTo: "この時刻にする",
  jumpHint: "デモの時計だけが動きます。実際の時刻は変わりません。",
};

export type DemoBarMessages = typeof ja;
