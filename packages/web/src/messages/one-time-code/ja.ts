/** Texts of typing a code that was sent (確認コード), wherever one is asked for. Gives the shape for the other languages. */
export const ja = {
  title: "確認コードの入力",
  sentTo: (address: string) => `${address} に確認コードを送りました。届くまで1分ほどかかることがあります。`,
  minutes: (minutes: number) => `コードは${minutes}分間使えます。`,
  demo: "体験用の町では、メールもショートメッセージも送られません。コードは下に表示されます。",
  label: "確認コード（6桁）",
  need: "6桁の数字を入力してください",
  wrong: "確認コードが違うか、時間が過ぎています。もう一度確かめるか、新しいコードを送ってください。",
  wornOut: "5回まちがえたため、このコードは使えなくなりました。新しいコードを送ってください。",
  again: "新しいコードを送る",
  againSoon: "少し待つと、もう一度送れます",
  sentAgain: "新しい確認コードを送りました。前のコードは使わないでください。",
};

export type OneTimeCodeMessages = typeof ja;
