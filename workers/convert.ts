import { convertFile } from '#engine/convert/convert-file.ts';
import { describeFile } from '#engine/convert/describe-file.ts';
import type { ConvertWorker } from '#protocol/convert.ts';
import { exposeWorker } from '#protocol/expose-worker.ts';
import { throttled } from '#protocol/throttle.ts';
import { openByteSink } from '#storage/files/byte-sink.ts';

exposeWorker<ConvertWorker>({
  describe: describeFile,

  async convert({ path, ...request }, onProgress) {
    const sink = await openByteSink(path);
    try {
      return await convertFile(request, sink, throttled(onProgress));
    } finally {
      sink.close();
    }
  },
});
