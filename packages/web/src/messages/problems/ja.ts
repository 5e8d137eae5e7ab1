/** What the reader can do about a problem, by its kind. Kinds that the server words better are not listed. */
export const ja = {
  offline: "通信できませんでした。電波やインターネットの接続を確かめて、もう一度お試しください。",
  unreadable: "サーバーの応答を読み取れませんでした。しばらくしてから、もう一度お試しください。",
  "not-signed-in": "ログインの有効時間が切れました。もう一度ログインしてください。",
  "wrong-credentials": "会員番号・ログイン名かパスワードが違います。確かめて、もう一度入力してください。",
  "wrong-code":
    "確認コードが違うか、期限が切れています。届いた6けたの数字を確かめるか、新しいコードを送ってください。",
  "passkey-refused":
    "パスキーを確かめられませんでした。もう一度お試しいただくか、確認コードでログインしてください。",
  "not-allowed": "いまの役割では、この操作はできません。",
  "not-found": "見つかりませんでした。すでに取り消されたか、時間が過ぎた可能性があります。",
  "not-possible-now": "いまの状態では、この操作はできません。最新の状態をご確認ください。",
  "too-many-attempts":
    "続けて何度も試されたため、しばらくお待ちいただいています。時間をおいてお試しください。",
  busy: "混み合っています。少し待ってから、もう一度お試しください。",
  unavailable: "一時的にご利用いただけません。少し待ってから、もう一度お試しください。",
  internal: "サーバーで問題が起きました。もう一度お試しください。続くときはお電話ください。",
  "invalid-input": "入力の内容を確かめてください。",
  other: "うまくいきませんでした。もう一度お試しください。",
};

export type ProblemMessages = typeof ja;
