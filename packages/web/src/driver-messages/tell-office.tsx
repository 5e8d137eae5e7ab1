import { useState } from "react";
import { useCommand } from "../command.ts";
import { BigButton } from "../driver/big-button.tsx";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";

type Saying = keyof (typeof driverMessagesMessages)["ja"]["sayingsToOffice"];

/** What the driver can say with one press. */
export function TellOffice() {
  const t = useMessages(driverMessagesMessages);
  const { tenant } = useTenancy();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<Saying>();
  const { run, busy, problem, forgetProblem } = useCommand("sendDutyMessage");
  const readAgain = useReadAgain();
  const tell = async (saying: Saying) => {
    const { ok } = await run({ params: { tenant }, body: { content: { kind: "saying", saying } } });
    if (!ok) return;
    setTold(saying);
    setOpen(false);
    await readAgain("listDutyMessages");
  };
  const close = () => {
    setOpen(false);
    forgetProblem();
  };
  const sayings = Object.keys(t.sayingsToOffice) as Saying[];
  return (
    <>
      <BigButton look="outline" onPress={() => setOpen(true)}>
        {t.terminal.tell}
      </BigButton>
      <p role="status" className="order-last w-full text-lg empty:hidden">
        {told !== undefined && t.terminal.told(t.sayingsToOffice[told])}
      </p>
      <Dialog title={t.terminal.tell} open={open} onClose={close}>
        <p className="mb-3 text-lg">{t.terminal.tellHint}</p>
        {problem !== undefined && <Notice tone="error" title={t.terminal.unsent} />}
        <div className="grid gap-3 sm:grid-cols-2">
          {sayings.map((saying) => (
            <BigButton key={saying} onPress={() => !busy && void tell(saying)}>
              {t.sayingsToOffice[saying]}
            </BigButton>
          ))}
        </div>
        <div className="mt-4 flex">
          <BigButton look="outline" onPress={close}>
            {t.terminal.cancel}
          </BigButton>
        </div>
      </Dialog>
    </>
  );
}
