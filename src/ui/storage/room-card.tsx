import { useEffect, useState } from 'react';
import type { DiskRoom } from '#app/studio/disk.ts';
import { useAttempt } from '../parts/attempt.ts';
import { Notice } from '../parts/notice.tsx';
import { useEditor } from '../state/editor.tsx';
import { formatBytes } from '../view/format.ts';
import { t } from '../words/words.ts';

/** How much more can be stored: what was tried, beside what the browser says. */
export function RoomCard({ usedBytes }: { usedBytes: number }) {
  const { studio } = useEditor();
  const [room, setRoom] = useState<DiskRoom | null>(null);
  const { failure, attempt } = useAttempt();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was freed makes room.
  useEffect(() => attempt(async () => setRoom(await studio.disk.room())), [studio, usedBytes]);
  return (
    <section aria-labelledby="room" className="flex flex-col gap-2 rounded-card border border-line bg-surface-2 p-4">
      <h2 id="room" className="text-large font-semibold">
        {t`Room for more`}
      </h2>
      {room && (
        <>
          <p className="text-title font-semibold tabular-nums">{roomWords(room)}</p>
          <p className="text-small text-text-muted">
            {t`Found out by taking that much for a moment. The browser itself says ${formatBytes(Math.max(0, room.claimedBytes))}, a figure that does not look at the disk. Before each export the studio tries whether it fits.`}
          </p>
        </>
      )}
      {failure && <Notice severity="error">{failure}</Notice>}
    </section>
  );
}

function roomWords({ bytes, isMore }: DiskRoom): string {
  if (bytes === 0) return t`None`;
  return isMore ? t`More than ${formatBytes(bytes)}` : t`About ${formatBytes(bytes)}`;
}
