import type { TaskRider } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { BigButton } from "./big-button.tsx";
import { BigChoice } from "./big-choice.tsx";
import { FARE_REASONS, type FareMeans, type FareReason } from "./recorded-event.ts";
import { typedYen } from "./typed-yen.ts";

/** What the driver took. */
export interface Collected {
  readonly amount: number;
  readonly means: FareMeans;
  readonly reason?: FareReason;
}

interface FareDialogProps {
  readonly rider: TaskRider;
  /** What is recorded already and is to be corrected. */
  readonly before?: Pick<Collected, "amount" | "means">;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCollected: (collected: Collected) => void;
  /** Nothing was taken at all: what is recorded is taken back. */
  readonly onTakenBack?: () => void;
}

/**
 * How much was really paid and how; the fare due stands there already. The means come first: a dialog that began with a
 * text field would bring up the keyboard of the tablet. Another amount than due, and every correction, asks why.
 * 仕様書 5-(3)-①
 */
export function FareDialog(props: FareDialogProps) {
  const t = useMessages(driverMessages);
  const { fare } = useMessages(driveScreenMessages);
  const { open, onClose, rider, before } = props;
  const title = before === undefined ? t.collectTitle(rider.calledName) : fare.correctOf(rider.calledName);
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <FareForm {...props} />
    </Dialog>
  );
}

function FareForm({ rider: { fare }, before, onClose, onCollected, onTakenBack }: FareDialogProps) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const [text, setText] = useState(String(fare.total));
  const [means, setMeans] = useState<FareMeans>(before?.means ?? "cash");
  const [reason, setReason] = useState<FareReason>();
  const [checked, setChecked] = useState(false);
  const amount = typedYen(text);
  const asksWhy = before !== undefined || (amount !== undefined && amount !== fare.total);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (amount === undefined || (asksWhy && reason === undefined)) return;
    onCollected({ amount, means, ...(asksWhy && reason !== undefined && { reason }) });
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
      <Amount text={text} amount={amount} due={fare.total} checked={checked} onType={setText} />
      {asksWhy && <Why reason={reason} checked={checked} onChoose={setReason} />}
      <div className="press-row flex flex-wrap gap-3">
        <BigButton onPress={submit}>{t.confirmCollected}</BigButton>
        <BigButton look="outline" onPress={onClose}>
          {t.cancel}
        </BigButton>
      </div>
      {before !== undefined && <BeforeLine amount={format.yen(before.amount)} />}
      {onTakenBack !== undefined && (
        <TakeBack
          onPress={() => {
            onTakenBack();
            onClose();
          }}
        />
      )}
    </form>
  );
}

function Amount({
  text,
  amount,
  due,
  checked,
  onType,
}: {
  text: string;
  amount: number | undefined;
  due: number;
  checked: boolean;
  onType: (text: string) => void;
}) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  return (
    <TextField
      label={t.collectAmount}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => onType(event.target.value)}
      error={checked && amount === undefined ? t.amountFault : undefined}
      hint={amount !== undefined && amount !== due ? t.collectDiffers(format.yen(due)) : undefined}
    />
  );
}

function Why({
  reason,
  checked,
  onChoose,
}: {
  reason: FareReason | undefined;
  checked: boolean;
  onChoose: (reason: FareReason) => void;
}) {
  const { fare: t } = useMessages(driveScreenMessages);
  return (
    <div>
      {checked && reason === undefined && (
        <p role="alert" className="mb-1 text-lg font-bold text-error-2">
          {t.reasonFault}
        </p>
      )}
      <BigChoice
        title={t.reason}
        options={FARE_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
        value={reason}
        onChange={onChoose}
      />
    </div>
  );
}

function BeforeLine({ amount }: { amount: string }) {
  const { fare: t } = useMessages(driveScreenMessages);
  return <p className="text-lg">{t.before(amount)}</p>;
}

function TakeBack({ onPress }: { onPress: () => void }) {
  const { fare: t } = useMessages(driveScreenMessages);
  return (
    <div className="flex border-t-2 border-line pt-4">
      <BigButton look="outline" onPress={onPress}>
        {t.takeBack}
      </BigButton>
    </div>
  );
}
