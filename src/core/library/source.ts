import type { RecordingDevice } from '../import/recording.ts';

/** Where an asset came from. Assets from before this was noted have none. */
export type AssetSource =
  | {
      readonly kind: 'file';
      /** Under the folder that was chosen, such as `holiday/day 1/a.jpg`; empty for a file chosen by itself. */
      readonly path: string;
    }
  | {
      readonly kind: 'url';
      /** Without a user name or password. */
      readonly address: string;
    }
  | { readonly kind: 'recording'; readonly device: RecordingDevice }
  | {
      readonly kind: 'archive';
      /** Name of the archive's own file. */
      readonly archive: string;
      /** Inside of it, checked: never absolute, never out of it. */
      readonly path: string;
    };
