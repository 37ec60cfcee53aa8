/** A committed change of one stored row: null before it was made, null after it was deleted. */
export interface RowChange<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
}
