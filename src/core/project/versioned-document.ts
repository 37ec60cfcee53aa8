/** A stored project of any age: only its version is known to be readable. */
export interface VersionedDocument {
  readonly schemaVersion: number;
}
