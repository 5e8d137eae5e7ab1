import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { BigButton } from "./big-button.tsx";

/** Asks once more: a no-show costs the rider. */
export function NoShowDialog({
  name,
  open,
  onClose,
  onConfirm,
}: {
  name: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const t = useMessages(driverMessages);
  return (
    <Dialog title={t.noShowAsk(name)} open={open} onClose={onClose}>
      <p className="mb-4 text-xl">{t.noShowHint}</p>
      <div className="press-row flex flex-wrap gap-3">
        <BigButton
          onPress={() => {
            onConfirm();
            onClose();
          }}
        >
          {t.noShow}
        </BigButton>
        <BigButton look="outline" onPress={onClose}>
          {t.cancel}
        </BigButton>
      </div>
    </Dialog>
  );
}
