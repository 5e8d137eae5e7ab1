import type { TaskRider } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { BigButton } from "./big-button.tsx";
import { BigChoice } from "./big-choice.tsx";
import type { FareMeans } from "./recorded-event.ts";
import { typedYen } from "./typed-yen.ts";

interface FareDialogProps {
  readonly rider: TaskRider;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCollected: (amount: number, means: FareMeans) => void;
}

/**
 * How much was really paid and how; the fare due stands there already. The means come first: a dialog that began with a
 * text field would bring up the keyboard of the tablet.
 */
export function FareDialog(props: FareDialogProps) {
  const t = useMessages(driverMessages);
  const { open, onClose, rider } = props;
  return (
    <Dialog title={t.collectTitle(rider.calledName)} open={open} onClose={onClose}>
      <FareForm {...props} />
    </Dialog>
  );
}

function FareForm({ rider: { fare }, onClose, onCollected }: FareDialogProps) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const [text, setText] = useState(String(fare.total));
  const [means, setMeans] = useState<FareMeans>("cash");
  const [checked, setChecked] = useState(false);
  const amount = typedYen(text);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (amount === undefined) return;
    onCollected(amount, means);
    onClose();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <BigChoice
        title={t.meansTitle}
        options={(["cash", "cashless"] as const).map((value) => ({ value, label: t.means[value] }))}
        value={means}
        onChange={setMeans}
      />
      <TextField
        label={t.collectAmount}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={checked && amount === undefined ? t.amountFault : undefined}
        hint={
          amount !== undefined && amount !== fare.total ? t.collectDiffers(format.yen(fare.total)) : undefined
        }
      />
      <div className="flex flex-wrap gap-3">
        <BigButton onPress={submit}>{t.confirmCollected}</BigButton>
        <BigButton look="outline" onPress={onClose}>
          {t.cancel}
        </BigButton>
      </div>
    </form>
  );
}
