import type { MapMessages } from "./ja.ts";

export const jaEasy: MapMessages = {
  zoomIn: "地図（ちず）を大（おお）きくする",
  zoomOut: "地図（ちず）を小（ちい）さくする",
  showAll: "ぜんぶ見（み）る",
  noMap: "地図（ちず）を出（だ）すことができません。名前（なまえ）から選（えら）んでください。",
  loading: "地図（ちず）を待（ま）ってください…",
  estimate: "だいたい",
  estimateHint: "道（みち）のデータがないので、時間（じかん）はだいたいです。",
  noRoads: "道（みち）の地図（ちず）はありません。乗降（じょうこう）ポイントの場所（ばしょ）だけです。",
  stop: (number, name) => `${number}番（ばん） ${name}`,
};
