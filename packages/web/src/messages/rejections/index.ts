import { en } from "./en.ts";
import { ja } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export type { RejectionMessages } from "./ja.ts";
export type { Rejection, VehicleReason, VehicleRejection } from "./rejection.ts";
export {
  certaintyOf,
  type RejectionContext,
  vehicleReasonsOf,
  wordRejections,
  wordVehicle,
} from "./word-rejections.ts";
export const rejectionMessages = { ja, "ja-easy": jaEasy, en };
