/** Texts of signing in (ログイン). Gives the shape for the other languages. */
export const ja = {
  title: "ログイン",
  lead: "会員番号か電話番号を入力すると、6桁の確認コードをお送りします。パスワードは要りません。",
  number: "会員番号または電話番号",
  numberHint: "ご家族と同じ電話番号の方は、会員番号を入力してください",
  needNumber: "会員番号か電話番号を、数字で入力してください",
  send: "確認コードを送る",
  sending: "送っています…",
  code: {
    sent: "登録のある番号でしたら、携帯電話のショートメッセージかメールに確認コードが届きます。届くまで1分ほどかかることがあります。",
    submit: "ログインする",
    submitting: "ログインしています…",
    change: "番号を入力し直す",
    lost: "コードが届かないとき",
    lostBecause: [
      "番号が違うと届きません。番号を入力し直してください。",
      "携帯電話の番号かメールアドレスの登録がない方には届きません。",
      "ご家族で同じ電話番号を登録しているときは、会員番号を入力してください。",
    ],
    lostAsk: (phone: string) => `それでも届かないときは、お電話ください：${phone}`,
  },
  passkey: {
    or: "または",
    enter: "パスキーでログインする",
    hint: "顔・指紋・画面ロックで入れます。前にパスキーを登録した方が使えます。",
    entering: "パスキーを確かめています…",
    notUsed: "パスキーを使いませんでした。もう一度押すか、確認コードでログインしてください。",
  },
  staff: "職員の方（パスワードでログイン）",
  login: "ログイン名",
  password: "パスワード",
  showPassword: "パスワードを表示する",
  submit: "ログインする",
  busy: "ログインしています…",
  needLogin: "ログイン名を入力してください",
  needPassword: "パスワードを入力してください",
  join: "はじめての方は、会員登録をしてください",
  toJoin: "会員登録をする",
  demoInstead: "体験用の町です。はじめのページから、役割を選んで入れます。",
  help: (phone: string) => `お困りのときはお電話ください：${phone}`,
};

export type SignInMessages = typeof ja;
