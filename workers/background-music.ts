import { addMusic, describeMusicVideo } from '#engine/background-music/add-music.ts';
import type { BackgroundMusicWorker } from '#protocol/background-music.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { throttled } from '#protocol/throttle.ts';
import { openByteSink } from '#storage/files/byte-sink.ts';

exposeWorker<BackgroundMusicWorker>({
  describe: describeMusicVideo,

  async addMusic({ path, ...request }, onProgress) {
    const sink = await openByteSink(path);
    try {
      return await addMusic(request, sink, throttled(onProgress));
    } finally {
      sink.close();
    }
  },
});
