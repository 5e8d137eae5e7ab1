/** Texts of the first page: what this is, and the doors of a demo town. Gives the shape for the other languages. */
export const ja = {
  title: "地域の乗合交通を、予約から報告まで",
  lead: "乗降ポイントから乗降ポイントまで、予約に合わせて走る乗合の交通です。ご利用の地域をお選びください。",
  demoTitle: (town: string) => `${town}を体験する`,
  demoLead: "体験用の町です。役割を選ぶと、登録なしでその画面に入れます。人の名前はすべて架空です。",
  enter: (role: string) => `${role}として入る`,
  roleFor: {
    rider: "乗降ポイントと時刻を選んで予約し、車がいつ来るかを確かめます。",
    call_operator: "電話を受けながら、会員を探してその場で予約します。",
    driver: "次に行く乗降ポイントを見て、乗車・降車と運賃を記録します。",
    transport_operator: "いま走っている車と予約の流れを見守ります。",
    municipality: "運行の状況と、乗車記録・運賃の集計を見ます。",
    auditor: "記録と操作の履歴を、書き換えずに確かめます。",
  },
  tip: "ブラウザーの別のウィンドウ（シークレットウィンドウなど）で別の役割に入ると、予約が運転者の画面に届く様子を並べて見られます。",
  towns: "地域",
  demoTowns: "体験する町",
  signInAt: (town: string) => `${town}にログインする`,
  noTowns: "ご利用いただける地域が、まだ登録されていません。管理者にお問い合わせください。",
};

export type StartMessages = typeof ja;
