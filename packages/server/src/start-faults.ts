import type { StartFaultKind } from "@noriai/store";

/** What to do when the server cannot start, in Japanese; the store and the settings say it in English themselves. */
export const START_FAULTS_JA: Readonly<Record<StartFaultKind, string>> = {
  "data-folder-unusable":
    "データフォルダーが使えません。書き込みの権限を直すか、NORIAI_DATA に別のフォルダーを指定してください。",
  "data-folder-in-use":
    "データフォルダーは別の noriai が使っています。先にそちらを止めるか、NORIAI_DATA に別のフォルダーを指定してください。",
  "database-binaries-missing":
    "内蔵データベースのファイルがありません。npm ci をやり直すか、NORIAI_DATABASE_URL を指定してください。",
  "database-did-not-start":
    "内蔵データベースが起動しません。下の説明にしたがって直すか、NORIAI_DATABASE_URL を指定してください。",
  "database-url-malformed":
    "NORIAI_DATABASE_URL を postgres://利用者:パスワード@ホスト:5432/データベース の形に直してください。",
  "database-unreachable":
    "NORIAI_DATABASE_URL のデータベースにつながりません。ホスト名とポートと、起動しているかを確かめてください。",
  "database-login-refused":
    "NORIAI_DATABASE_URL の利用者名かパスワードが受け付けられません。値を確かめてください。",
  "database-missing":
    "NORIAI_DATABASE_URL のデータベースがありません。作るか、データベース名を直してください。",
  "database-too-old":
    "データベースが古すぎます。PostgreSQL 15 以降を NORIAI_DATABASE_URL に指定してください。",
  "database-encoding-unsuitable":
    "データベースの文字コードが UTF8 ではありません。UTF8 のデータベースを NORIAI_DATABASE_URL に指定してください。",
  "database-owner-forbidden":
    "NORIAI_DATABASE_URL の利用者に、データベースを準備する権限がありません。データベースの所有者を指定してください。",
  "database-role-forbidden":
    "アプリ用の役割を作れません。NORIAI_DATABASE_URL の利用者に CREATEROLE 権限を与えてください。",
  "database-role-unsafe":
    "アプリ用の役割の権限が強すぎて、町ごとの分離を守れません。下の説明にしたがって直してください。",
  "database-isolation-broken":
    "データベースの行単位の保護が外れています。下の説明にしたがって直してください。",
  "database-newer-than-program":
    "データベースは、より新しい noriai で作られています。noriai を新しくしてください。",
  "master-key-malformed": "マスターキーの形が違います。元の鍵に戻してください。",
  "master-key-wrong": "マスターキーが、このデータベースのものと違います。元の鍵に戻してください。",
};
