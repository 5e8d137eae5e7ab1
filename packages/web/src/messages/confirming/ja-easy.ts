import type { ConfirmingMessages } from "./ja.ts";

export const jaEasy: ConfirmingMessages = {
  title: "確認（かくにん）コードを入（い）れる",
  sent: (address) => `${address} に、6つの数字（すうじ）を送（おく）りました。`,
  minutes: (minutes) => `${minutes}分（ふん）の間（あいだ）に入（い）れてください。`,
  demo: "デモなので、送（おく）りません。送（おく）るはずの文（ぶん）です。",
  label: "確認（かくにん）コード（6つの数字（すうじ））",
  needed: "6つの数字（すうじ）を入（い）れてください",
  wrong:
    "数字（すうじ）が違（ちが）います。または、時間（じかん）が過（す）ぎました。もう一度（いちど）入（い）れてください。",
  submit: "確認（かくにん）する",
  submitting: "待（ま）ってください…",
  again: "もう一度（いちど）送（おく）る",
  back: "前（まえ）に戻（もど）る",
};
