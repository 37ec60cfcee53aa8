import { addSubtitles } from '#engine/caption-video/add-subtitles.ts';
import { burnCaptions } from '#engine/caption-video/burn-captions.ts';
import { describeVideo } from '#engine/caption-video/describe-video.ts';
import type { CaptionVideoWorker } from '#protocol/caption-video.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { throttled } from '#protocol/throttle.ts';
import { openByteSink } from '#storage/files/byte-sink.ts';

exposeWorker<CaptionVideoWorker>({
  describe: describeVideo,

  async caption({ file, cues, place, path }, onFrames) {
    const sink = await openByteSink(path);
    try {
      const report = throttled(onFrames);
      if (place.kind === 'track') return await addSubtitles({ file, cues, ...place }, sink, report);
      return await burnCaptions({ file, captions: { cues, ...place.styling } }, sink, report);
    } finally {
      sink.close();
    }
  },
});
