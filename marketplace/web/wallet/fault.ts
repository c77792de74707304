/** What can go wrong and is fit to be shown as it is. */

/** Something went wrong and the message is fit to be shown. */
export class Fault extends Error {}

/** The server's answer was a problem (RFC 9457). */
export class Problem extends Fault {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}
