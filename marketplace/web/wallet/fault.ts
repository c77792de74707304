/** What can go wrong and is fit to be shown as it is. */
import type { Prepared } from "./prepared";

/** Something went wrong and the message is fit to be shown. */
export class Fault extends Error {}

/** The server's answer was a problem (RFC 9457); some bring the transaction that would mend it. */
export class Problem extends Fault {
  constructor(
    readonly status: number,
    detail: string,
    readonly transaction?: Prepared,
  ) {
    super(detail);
  }
}
