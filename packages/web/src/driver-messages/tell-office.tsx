import { useState } from "react";
import { BigButton } from "../driver/big-button.tsx";
import { useRecordDeed } from "../driver/use-task-events.ts";
import { useMessages } from "../language.tsx";
import { driverMessagesMessages } from "../messages/driver-messages/index.ts";
import { Dialog } from "../ui/dialog.tsx";

type Saying = keyof (typeof driverMessagesMessages)["ja"]["sayingsToOffice"];

/** What the driver can say with one press. Without a network it is kept on the terminal, and said when there is one. */
export function TellOffice() {
  const t = useMessages(driverMessagesMessages);
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<Saying>();
  const record = useRecordDeed();
  const close = () => setOpen(false);
  const tell = (saying: Saying) => {
    record({ kind: "office-told", content: { kind: "saying", saying } });
    setTold(saying);
    close();
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
        <div className="grid gap-3 sm:grid-cols-2">
          {sayings.map((saying) => (
            <BigButton key={saying} onPress={() => tell(saying)}>
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
