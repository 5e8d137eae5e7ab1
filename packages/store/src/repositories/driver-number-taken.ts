/** Another driver has the number already. */
export class DriverNumberTaken extends Error {
  constructor() {
    super("driver number taken");
  }
}
