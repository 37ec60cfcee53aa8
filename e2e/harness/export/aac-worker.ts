import * as Comlink from 'comlink';
import { renderSettings } from '#core/render/settings.ts';
import { BUNDLED_AAC, openAacEncoder } from '#engine/export/aac-encoder.ts';

const harness = {
  /** The raw packets of a mono sound heard on both sides, the encoder's delay included. */
  async encode(chunks: readonly Float32Array<ArrayBuffer>[]) {
    const packets: Uint8Array<ArrayBuffer>[] = [];
    let decoderConfig: AudioDecoderConfig | undefined;
    const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const { audio } = renderSettings('9:16', 'normal');
    const encoder = await openAacEncoder(BUNDLED_AAC, audio, total, async (packet, meta) => {
      packets.push(new Uint8Array(packet.data));
      decoderConfig ??= meta?.decoderConfig;
    });
    for (const chunk of chunks) await encoder.add({ left: chunk, right: chunk });
    await encoder.finish();
    if (!decoderConfig) throw new Error('Nothing was encoded.');
    return { packets, decoderConfig };
  },
};

export type AacHarness = typeof harness;

Comlink.expose(harness);
