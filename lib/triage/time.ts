/** Time as a paste shows it. There is no clock here: "now" is the latest moment of the paste itself. */

export interface Time {
  /**
   * Milliseconds on the scale of `scale`. `utc` is since 1970; `year` is since the start of an unknown
   * year (klog and syslog print none); `boot` is since the machine started; `age` is before the end of the
   * paste, hence negative.
   */
  ms: number;
  scale: 'utc' | 'year' | 'boot' | 'age';
  /** As printed. */
  text: string;
}
