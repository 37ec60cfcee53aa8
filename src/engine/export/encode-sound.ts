import type { EncodedPacket } from 'mediabunny';
import { planSoundtrack } from '#core/audio/soundtrack-plan.ts';
import type { StereoChunk } from '#core/audio/stereo.ts';
import type { RenderSettings } from '#core/render/settings.ts';
import type { Timeline } from '#core/timeline/timeline.ts';
import { measureGain, normaliseSoundtrack, withoutTreble } from '../audio/normalise-soundtrack.ts';
import { type SoundFile, soundOpener } from '../audio/sound-files.ts';
import { renderSoundtrack } from '../audio/soundtrack.ts';
import { chooseAacEncoder } from './aac-choice.ts';
import { openAacEncoder } from './aac-encoder.ts';
import { OwnedResources } from './owned-resources.ts';
import type { EncodedPart, PacketFormat } from './packet-file.ts';
import { formatOf } from './segment-encoder.ts';

export interface SoundRequest {
  readonly timeline: Timeline;
  readonly settings: Pick<RenderSettings, 'audio'>;
  /** The files whose sound the timeline plays. */
  readonly sounds: readonly SoundFile[];
}

/**
 * Mixes and encodes all the sound of a video. The mix is gone through more than once: its gain depends on
 * all of it.
 * @param onAlive called now and then.
 * @throws StudioError `encoder-failed`, `render-stalled`, `file-damaged`.
 */
export async function encodeSound(
  { timeline, settings: { audio }, sounds }: SoundRequest,
  onAlive: () => void,
): Promise<EncodedPart> {
  const plan = planSoundtrack(timeline, audio);
  const startMix = () => withoutTreble(renderSoundtrack(plan, soundOpener(sounds)), plan.sampleRate);
  const gain = plan.sounds.length > 0 ? await measureGain(startMix, plan.sampleRate, onAlive) : 0;
  const mix = normaliseSoundtrack(startMix(), plan.sampleRate, gain);
  return await encode(mix, plan.totalSamples, audio, onAlive);
}

async function encode(
  mix: AsyncGenerator<StereoChunk, void, undefined>,
  totalSamples: number,
  settings: RenderSettings['audio'],
  onAlive: () => void,
): Promise<EncodedPart> {
  const packets: EncodedPacket[] = [];
  let format: PacketFormat | null = null;
  const opened = new OwnedResources();
  try {
    const encoder = await openAacEncoder(
      await chooseAacEncoder(settings),
      settings,
      totalSamples,
      async (packet, meta) => {
        if (meta?.decoderConfig) format ??= formatOf(meta.decoderConfig);
        packets.push(packet);
      },
    );
    opened.add(() => encoder.close());
    for await (const chunk of mix) {
      await encoder.add(chunk);
      onAlive();
    }
    await encoder.finish();
  } finally {
    await opened.close();
  }
  if (!format) throw new Error('The sound encoder gave no packet.');
  return { format, packets };
}
