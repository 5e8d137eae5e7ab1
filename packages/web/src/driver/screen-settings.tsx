import { useState } from "react";
import { useHasVoice } from "../driver-messages/read-aloud.ts";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { SwitchLabel } from "../ui/switch-label.tsx";
import { BigButton } from "./big-button.tsx";
import { BigChoice } from "./big-choice.tsx";
import { LOOKS, PRESSES, useLook, usePress, useScreen } from "./screen.ts";
import { SoundSwitch } from "./sound-switch.tsx";
import { useVoice } from "./voice.ts";

/** Day or night, fingers or gloves, sound and voice: chosen once, kept by the terminal. */
export function ScreenSettings() {
  const { settings: t } = useMessages(driveScreenMessages);
  const [open, setOpen] = useState(false);
  useScreen();
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="ml-auto min-h-14 rounded-12 border-2 border-key-900 bg-white px-4 text-lg font-bold text-key-900 active:bg-key-200"
      >
        {t.open}
      </button>
      <Dialog title={t.open} open={open} onClose={() => setOpen(false)}>
        <Choices />
        <div className="mt-5 flex">
          <BigButton onPress={() => setOpen(false)}>{t.close}</BigButton>
        </div>
      </Dialog>
    </>
  );
}

function Choices() {
  const { settings: t } = useMessages(driveScreenMessages);
  const [look, chooseLook] = useLook();
  const [press, choosePress] = usePress();
  return (
    <div className="flex flex-col gap-5">
      <BigChoice
        title={t.look}
        options={LOOKS.map((value) => ({ value, label: t.looks[value] }))}
        value={look}
        onChange={chooseLook}
      />
      <BigChoice
        title={t.press}
        options={PRESSES.map((value) => ({ value, label: t.presses[value] }))}
        value={press}
        onChange={choosePress}
      />
      <Heard />
    </div>
  );
}

function Heard() {
  const { settings: t } = useMessages(driveScreenMessages);
  const hasVoice = useHasVoice();
  const voice = useVoice();
  return (
    <fieldset>
      <legend className="mb-1 text-xl font-bold">{t.heard}</legend>
      <SoundSwitch />
      <SwitchLabel label={t.voice} on={voice.on} onTurn={voice.turn} />
      {voice.on && !hasVoice && <p className="text-lg">{t.noVoice}</p>}
    </fieldset>
  );
}
