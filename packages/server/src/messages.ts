import type { Language } from "./http/language.ts";
import type { TroubleKind } from "./trouble.ts";

interface Words {
  readonly trouble: Readonly<Record<TroubleKind, { readonly title: string; readonly detail: string }>>;
  readonly field: {
    readonly missing: string;
    readonly wrongType: (expected: string) => string;
    readonly oneOf: (values: string) => string;
    readonly numberAtMost: (most: string) => string;
    readonly numberAtLeast: (least: string) => string;
    readonly textAtMost: (most: string) => string;
    readonly textAtLeast: (least: string) => string;
    readonly itemsAtMost: (most: string) => string;
    readonly itemsAtLeast: (least: string) => string;
    readonly format: Readonly<Record<"date" | "datetime" | "other", string>>;
    readonly idempotencyKey: string;
    readonly dateOutOfReach: string;
    readonly forbiddenCharacters: string;
    readonly duplicateName: string;
    readonly forbiddenName: string;
    readonly tooDeep: string;
    readonly notJson: string;
    readonly notUtf8: string;
    readonly rangeTurned: string;
    readonly rangeTooLong: (days: number) => string;
    readonly notYetReached: string;
    readonly clockBeforeStart: (first: string) => string;
    readonly clockTooFar: (last: string) => string;
    readonly memberNeeded: string;
    readonly memberUnknown: string;
    readonly otherMemberNo: string;
    readonly bookingUnknown: string;
    readonly stopUnknown: string;
    readonly bandTurned: string;
    readonly dateAhead: string;
    readonly notJpeg: string;
    readonly endPassed: string;
    readonly hostUnknown: string;
    readonly notYourDuty: string;
    readonly noSuchDuty: string;
    readonly vehicleUnknown: string;
    readonly driverNumberTaken: string;
    readonly noSuchDay: string;
    readonly guardianMissing: string;
    /** What a schema says by a name of its own. */
    readonly because: Readonly<Record<"kana" | "phone" | "my-number" | "named-twice", string>>;
    readonly fallback: string;
  };
  readonly types: Readonly<Record<string, string>>;
}

/** Every sentence that the server itself says over HTTP. */
export const WORDS: Readonly<Record<Language, Words>> = {
  ja: {
    trouble: {
      "invalid-input": {
        title: "入力を確認してください",
        detail: "fields にある項目を直して、もう一度送ってください。",
      },
      "not-json": {
        title: "送られた内容を JSON として読めません",
        detail: "fields の説明にしたがって直し、もう一度送ってください。",
      },
      "missing-idempotency-key": {
        title: "Idempotency-Key ヘッダーが必要です",
        detail:
          "二重の処理を防ぐため、操作ごとに新しい値(UUID など)を Idempotency-Key ヘッダーに入れてください。",
      },
      "not-signed-in": { title: "ログインが必要です", detail: "ログインしてから、もう一度お試しください。" },
      "wrong-credentials": {
        title: "ログインできませんでした",
        detail: "ログイン名かパスワードが違います。確かめて、もう一度入力してください。",
      },
      "wrong-code": {
        title: "確認コードが違うか、期限が切れています",
        detail:
          "届いた6けたの数字を確かめてください。5回まで入力できます。新しいコードを送ることもできます。",
      },
      "passkey-refused": {
        title: "パスキーを確かめられませんでした",
        detail: "もう一度お試しいただくか、確認コードでログインしてください。",
      },
      "not-allowed": {
        title: "この操作はできません",
        detail: "あなたの役割では使えません。必要なときは管理者にご相談ください。",
      },
      "cross-site": {
        title: "別のサイトからの操作は受け付けません",
        detail: "このサービスの画面から操作してください。",
      },
      "not-found": { title: "見つかりません", detail: "アドレスが違うか、もうありません。" },
      "method-not-allowed": {
        title: "この方法では使えません",
        detail: "Allow ヘッダーにある方法を使ってください。",
      },
      "not-possible-now": {
        title: "いまの状態では、この操作はできません",
        detail: "画面を更新して、いまの状態を確かめてください。",
      },
      "idempotency-key-reused": {
        title: "同じ Idempotency-Key で別の内容が送られました",
        detail: "別の操作には、新しい Idempotency-Key を使ってください。",
      },
      "body-too-large": { title: "送られた内容が大きすぎます", detail: "小さく分けて送ってください。" },
      "wrong-content-type": {
        title: "この形式は受け付けません",
        detail: "Content-Type: application/json (UTF-8) で送ってください。",
      },
      "wrong-host": {
        title: "このアドレスでは開けません",
        detail: "デモは、動かしているマシンの http://127.0.0.1 か http://localhost で開いてください。",
      },
      "too-many-attempts": {
        title: "ログインの試行が多すぎます",
        detail: "Retry-After ヘッダーの秒数だけ待ってから、もう一度お試しください。",
      },
      internal: {
        title: "サーバーで問題が起きました",
        detail: "もう一度お試しください。続くときは X-Request-Id を添えて管理者にお知らせください。",
      },
      busy: { title: "混み合っています", detail: "少し待ってから、もう一度お試しください。" },
      unavailable: {
        title: "一時的に利用できません",
        detail: "データベースにつながりません。少し待ってから、もう一度お試しください。",
      },
    },
    field: {
      missing: "入力してください。",
      wrongType: (expected) => `${expected}で入力してください。`,
      oneOf: (values) => `次のどれかにしてください: ${values}`,
      numberAtMost: (most) => `${most} 以下にしてください。`,
      numberAtLeast: (least) => `${least} 以上にしてください。`,
      textAtMost: (most) => `${most} 文字以内にしてください。`,
      textAtLeast: (least) => `${least} 文字以上にしてください。`,
      itemsAtMost: (most) => `${most} 件以内にしてください。`,
      itemsAtLeast: (least) => `${least} 件以上にしてください。`,
      format: {
        date: "日付を 2026-11-21 の形で入力してください。",
        datetime: "日時を 2026-11-21T09:00:00+09:00 の形で入力してください。",
        other: "書き方が違います。使える文字と形を確かめてください。",
      },
      idempotencyKey: "1〜100 文字の英数字と記号にしてください。",
      dateOutOfReach: "日付の年を確かめてください。",
      forbiddenCharacters: "使えない文字(制御文字など)が入っています。取り除いてください。",
      duplicateName: "同じ名前が二度あります。一つにしてください。",
      forbiddenName: "この名前は使えません。取り除いてください。",
      tooDeep: "入れ子が深すぎます。浅くしてください。",
      notJson: "JSON の書き方が違います。",
      notUtf8: "文字コードが UTF-8 ではありません。UTF-8 で送ってください。",
      rangeTurned: "終わりの日は、始まりの日以降にしてください。",
      rangeTooLong: (days) => `期間は ${days} 日以内にしてください。`,
      notYetReached: "まだない版です。画面を更新してください。",
      clockBeforeStart: (first) => `デモ時刻は ${first} より前には戻せません。`,
      clockTooFar: (last) => `デモ時刻は ${last} より先には進められません。`,
      memberNeeded: "会員を選んでください。",
      memberUnknown: "その会員は見つかりません。もう一度検索してください。",
      otherMemberNo: "この会員の番号ではありません。会員番号を確かめて入力してください。",
      bookingUnknown: "変更する予約が見つかりません。予約の一覧から選び直してください。",
      stopUnknown: "その乗降ポイントはありません。一覧から選んでください。",
      bandTurned: "終わりの時刻は、始まりの時刻より後にしてください。",
      dateAhead: "今日までの日付を入力してください。",
      notJpeg: "JPEG形式の写真を選んでください。",
      endPassed: "終了予定は、いまより後の時刻にしてください。",
      hostUnknown: "127.0.0.1、localhost、[::1] のどれかにしてください。",
      notYourDuty: "あなたの車両の今日の乗務ではありません。",
      noSuchDuty: "その日にその乗務はありません。画面を開き直してください。",
      vehicleUnknown: "その車両はありません。一覧から選んでください。",
      driverNumberTaken: "この乗務員番号は使われています。別の番号にしてください。",
      noSuchDay: "存在する日付にしてください。",
      guardianMissing: "15歳未満の方の登録には、保護者の氏名・電話番号・続柄が必要です。",
      because: {
        kana: "ひらがなかカタカナで入力してください。",
        phone: "電話番号は 0 から始まる 10 桁か 11 桁の数字で入力してください。",
        "my-number": "マイナンバー（個人番号）は入力しないでください。取り除いてください。",
        "named-twice": "同じものは1度だけ入れてください。",
      },
      fallback: "入力を確認してください。",
    },
    types: {
      string: "文字",
      number: "数",
      int: "整数",
      boolean: "true か false ",
      array: "一覧(配列)",
      object: "項目のまとまり(オブジェクト)",
      null: "null ",
    },
  },
  en: {
    trouble: {
      "invalid-input": {
        title: "Please check what you entered",
        detail: "Mend what `fields` names, then send it again.",
      },
      "not-json": {
        title: "The content cannot be read as JSON",
        detail: "Mend it as `fields` explains, then send it again.",
      },
      "missing-idempotency-key": {
        title: "The header Idempotency-Key is needed",
        detail:
          "Put a new value (for instance a UUID) into the header Idempotency-Key for each action, so that nothing happens twice.",
      },
      "not-signed-in": { title: "Please sign in", detail: "Sign in, then try again." },
      "wrong-credentials": {
        title: "You could not be signed in",
        detail: "The login or the password is wrong. Check both and try again.",
      },
      "wrong-code": {
        title: "The code is wrong or too old",
        detail: "Check the six digits that you received. You have five tries, and can have a new code sent.",
      },
      "passkey-refused": {
        title: "The passkey could not be verified",
        detail: "Try again, or sign in with a one-time code.",
      },
      "not-allowed": {
        title: "You may not do this",
        detail: "Your role does not include it. Ask your administrator if you need it.",
      },
      "cross-site": {
        title: "Requests from another site are refused",
        detail: "Use the pages of this service.",
      },
      "not-found": { title: "Not found", detail: "The address is wrong, or it is gone." },
      "method-not-allowed": {
        title: "This method does not work here",
        detail: "Use one that the header Allow names.",
      },
      "not-possible-now": {
        title: "This is not possible in the present state",
        detail: "Refresh to see the present state.",
      },
      "idempotency-key-reused": {
        title: "The same Idempotency-Key came with other content",
        detail: "Use a new Idempotency-Key for another action.",
      },
      "body-too-large": { title: "The content is too large", detail: "Send it in smaller parts." },
      "wrong-content-type": {
        title: "This format is not accepted",
        detail: "Send Content-Type: application/json (UTF-8).",
      },
      "wrong-host": {
        title: "This address does not lead here",
        detail: "Open the demo on its own machine as http://127.0.0.1 or http://localhost.",
      },
      "too-many-attempts": {
        title: "Too many attempts to sign in",
        detail: "Wait as many seconds as the header Retry-After says, then try again.",
      },
      internal: {
        title: "Something went wrong on the server",
        detail: "Try again. If it stays, tell your administrator the X-Request-Id.",
      },
      busy: { title: "The server is busy", detail: "Wait a moment, then try again." },
      unavailable: {
        title: "Not available for the moment",
        detail: "The database cannot be reached. Wait a moment, then try again.",
      },
    },
    field: {
      missing: "Please fill this in.",
      wrongType: (expected) => `Please give ${expected}.`,
      oneOf: (values) => `Please use one of: ${values}`,
      numberAtMost: (most) => `Please use at most ${most}.`,
      numberAtLeast: (least) => `Please use at least ${least}.`,
      textAtMost: (most) => `Please use at most ${most} characters.`,
      textAtLeast: (least) => `Please use at least ${least} characters.`,
      itemsAtMost: (most) => `Please send at most ${most}.`,
      itemsAtLeast: (least) => `Please send at least ${least}.`,
      format: {
        date: "Please write the date like 2026-11-21.",
        datetime: "Please write the time like 2026-11-21T09:00:00+09:00.",
        other: "This is not written as it should be. Check the characters and their order.",
      },
      idempotencyKey: "Please use 1 to 100 letters, digits and signs.",
      dateOutOfReach: "Please check the year of the date.",
      forbiddenCharacters: "There are characters that cannot be used (control characters). Remove them.",
      duplicateName: "The same name stands here twice. Keep one.",
      forbiddenName: "This name cannot be used. Remove it.",
      tooDeep: "This is nested too deeply. Flatten it.",
      notJson: "This is not valid JSON.",
      notUtf8: "This is not UTF-8. Send UTF-8.",
      rangeTurned: "The last day must not come before the first.",
      rangeTooLong: (days) => `Please choose at most ${days} days.`,
      notYetReached: "There is no such version yet. Refresh the page.",
      clockBeforeStart: (first) => `The demo time cannot go back before ${first}.`,
      clockTooFar: (last) => `The demo time cannot go beyond ${last}.`,
      memberNeeded: "Please choose a member.",
      memberUnknown: "There is no such member. Search again.",
      otherMemberNo: "This is not this member's number. Check it and type it again.",
      bookingUnknown: "There is no such booking to change. Choose it again from the list.",
      stopUnknown: "There is no such stop. Choose it from the list.",
      bandTurned: "The end must be later than the beginning.",
      dateAhead: "Enter a date up to today.",
      notJpeg: "Choose a photo in JPEG format.",
      endPassed: "The planned end must be later than now.",
      hostUnknown: "Please use 127.0.0.1, localhost or [::1].",
      notYourDuty: "This is not today's duty of your vehicle.",
      noSuchDuty: "There is no such duty on that day. Open the page again.",
      vehicleUnknown: "There is no such vehicle. Choose it from the list.",
      driverNumberTaken: "Another driver has this number. Use a different one.",
      noSuchDay: "Please use a date that exists.",
      guardianMissing: "For anybody under 15, give the guardian's name, phone number and relation.",
      because: {
        kana: "Please write the reading in hiragana or katakana.",
        phone: "Please give a phone number of 10 or 11 digits that begins with 0.",
        "my-number": "Never enter a My Number here. Please take it out.",
        "named-twice": "Please name each only once.",
      },
      fallback: "Please check this.",
    },
    types: {
      string: "text",
      number: "a number",
      int: "a whole number",
      boolean: "true or false",
      array: "a list",
      object: "an object",
      null: "null",
    },
  },
};
