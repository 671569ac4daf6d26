/** Something that a person does with the app, and how it ends. */
export interface Attempt {
  isOver(): boolean;
  /** `recovers`, or the way on and the short name of the sentence beside it. */
  end(): string;
  /** What has come of the list by now, row by row. */
  rows(): readonly string[];
  /** What the whole list is, row by row. */
  readonly whole: readonly string[];
  /** Takes the way on that the end offers. */
  goOn(): Promise<Attempt>;
}
