/** Something that the person at the keyboard gave us and can mend: an option, a folder, a line of a file. */
export class InputFault extends Error {
  /**
   * @param what  the fault, one sentence
   * @param mend  what to do about it
   * @param where  the file, and its line counted from 1
   */
  constructor({ what, mend, where }: { what: string; mend: string; where?: Where | undefined }) {
    super(`${where === undefined ? "" : `${placeOf(where)}: `}${what} ${mend}`);
    this.name = "InputFault";
  }
}

export interface Where {
  readonly file: string;
  readonly line?: number | undefined;
}

const placeOf = ({ file, line }: Where): string => (line === undefined ? file : `${file}:${line}`);
